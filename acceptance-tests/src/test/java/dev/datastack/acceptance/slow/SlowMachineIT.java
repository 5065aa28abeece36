package dev.datastack.acceptance.slow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.datastack.acceptance.stack.NeedsEngine;
import dev.datastack.acceptance.stack.Project;
import dev.datastack.acceptance.stack.Repository;
import dev.datastack.acceptance.stack.Shell;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * One cold start with a web server that has a tenth of a CPU for its first three minutes, and that is killed when half of
 * the year is there; behind a proxy in Docker's own configuration that leads nowhere. Each step needs the one before.
 */
@NeedsEngine
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SlowMachineIT {
    private static final String WEB_SERVER = "airflow-webserver";
    private static final String SLOW = "acceptance-tests/src/test/resources/slow-web-server.yaml";
    private static final String MONTHS = "SELECT count(DISTINCT date_trunc('month', flight_date)) FROM core.flight";
    private static final Duration HELD = Duration.ofMinutes(3);

    private static final Project PROJECT = Project.fresh(Repository.root());
    private static final Runs RUNS = new Runs(PROJECT);

    @AfterAll
    static void remove() {
        PROJECT.close();
    }

    @Test
    @Order(1)
    void no_task_starts_before_the_web_server_answers(@TempDir Path folder) throws IOException {
        // Without the proxy, which no download would survive.
        PROJECT.shell().within(Duration.ofMinutes(30)).output("docker", "compose", "build");
        var environment = new HashMap<>(DeadProxy.in(folder.resolve("docker")));
        environment.put("COMPOSE_FILE", "docker-compose.yml:" + SLOW);
        var up = PROJECT.up(environment, "--no-build");
        assertThat(up.well()).as(Shell.told(up)).isTrue();
        patiently().until(() -> RUNS.scheduled() > 0);
        assertThat(schedulerSays("Tasks wait until the execution API answers")).isTrue();
        long started = RUNS.started();
        // Asked last: a web server that had answered meanwhile would have let tasks start.
        assertThat(schedulerSays("tasks start")).isFalse();
        assertThat(started).isZero();
    }

    @Test
    @Order(2)
    void a_web_server_that_was_held_up_for_three_minutes_costs_no_run() {
        var container = PROJECT.container(WEB_SERVER).id();
        patiently().during(HELD).until(() -> RUNS.failed() == 0);
        PROJECT.shell().output("docker", "update", "--cpus", "2", container);
        patiently().until(() -> schedulerSays("tasks start"));
        patiently().until(() -> months() >= 6);
    }

    @Test
    @Order(3)
    void a_web_server_that_was_killed_in_mid_catch_up_costs_no_run() {
        var container = PROJECT.container(WEB_SERVER).id();
        PROJECT.shell().output("docker", "kill", container);
        patiently().until(() -> lastWord().contains("Tasks wait until"));
        PROJECT.shell().output("docker", "start", container);
        patiently().until(() -> months() == 12 && RUNS.unfinished() == 0);
        assertThat(PROJECT.warehouse().value("SELECT count(*) FROM core.flight"))
                .hasToString("336776");
        assertThat(RUNS.unsuccessful()).isEmpty();
    }

    @Test
    @Order(4)
    void the_proxy_of_dockers_own_configuration_was_there_all_the_time() {
        for (var container : PROJECT.containers()) {
            assertThat(container.texts("/Config/Env")).as(container.service()).contains("HTTP_PROXY=" + DeadProxy.URL);
        }
    }

    private static long months() {
        return Long.parseLong(PROJECT.warehouse().value(MONTHS).toString());
    }

    private static boolean schedulerSays(String words) {
        return schedulerLog().contains(words);
    }

    /** What the scheduler said last of the execution API. */
    private static String lastWord() {
        return schedulerLog()
                .lines()
                .filter(line -> line.contains("execution API answers"))
                .reduce("", (before, last) -> last);
    }

    private static String schedulerLog() {
        return PROJECT.shell()
                .output("docker", "compose", "logs", "--no-color", "--no-log-prefix", "airflow-scheduler");
    }

    /** The machine may be slow in earnest. */
    private static ConditionFactory patiently() {
        return await().ignoreExceptions().atMost(Duration.ofMinutes(15)).pollInterval(Duration.ofSeconds(2));
    }
}
