package dev.datastack.cli.restart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.datastack.cli.FakeRunner;
import dev.datastack.cli.Fixture;
import dev.datastack.cli.command.Cli;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class RestartCommandTest {
    private static final String ALL = Fixture.read("ps-one-failed.jsonl");

    @TempDir
    private Path root;

    @SuppressWarnings("NullAway.Init")
    private Cli cli;

    @BeforeEach
    void one_service_runs_and_one_has_failed() {
        cli = new Cli(root);
        cli.docker.says("ps -a --format json", ALL).says("restart", "");
    }

    private static String postgresIs(String health) {
        return ALL.replace("\"Health\":\"healthy\"", "\"Health\":\"" + health + "\"");
    }

    /** The first look is for the choice of services, the second one for what they were before. */
    private void looks(String... answers) {
        var look = new AtomicInteger();
        cli.docker.on(
                "ps -a --format json",
                call -> FakeRunner.finished(
                        call, 0, answers[Math.min(look.getAndIncrement(), answers.length - 1)], ""));
    }

    @Test
    void without_a_name_those_that_run_are_restarted_and_waited_for() {
        looks(ALL, postgresIs("starting"), postgresIs("starting"), postgresIs("starting"), ALL);
        assertThat(cli.run("restart")).isZero();
        assertThat(cli.docker.calls()).anyMatch(call -> call.endsWith("--progress plain restart postgres"));
        assertThat(cli.out())
                .containsSubsequence(
                        "] postgres: starting", "] postgres: healthy", "restart: healthy again after 2 s.");
    }

    @Test
    void one_that_ends_again_is_told_with_its_last_lines() {
        assertThat(cli.run("restart", "bad")).isEqualTo(4);
        assertThat(cli.err()).contains("A service failed", "bad ", "the last line", "run './stack restart bad' again");
    }

    @Test
    void one_that_does_not_get_healthy_in_time_is_told() {
        looks(ALL, postgresIs("unhealthy"));
        assertThat(cli.run("restart", "postgres", "--timeout", "10")).isEqualTo(4);
        assertThat(cli.err()).contains("The stack is not ready in time", "postgres (unhealthy) after 10 s");
    }

    @Test
    void a_name_that_no_service_has_is_a_usage_error_with_those_that_there_are() {
        assertThat(cli.run("restart", "postgre")).isEqualTo(2);
        assertThat(cli.err()).contains("There is no service 'postgre'; there are: secrets, postgres");
    }

    @Test
    void what_is_not_there_cannot_be_restarted() {
        cli.docker.says("ps -a --format json", "");
        assertThat(cli.run("restart")).isEqualTo(1);
        assertThat(cli.run("restart", "postgres")).isEqualTo(1);
        assertThat(cli.err()).contains("The stack is not running", "the service postgres has no container.");
        assertThat(cli.docker.calls()).noneMatch(call -> call.contains(" restart "));
    }

    @Test
    void what_docker_refuses_is_told() {
        cli.docker.fails("restart postgres", 1, "Cannot restart container 5852: driver failed");
        assertThat(cli.run("restart", "postgres")).isEqualTo(1);
        assertThat(cli.err()).contains("Cannot restart container 5852: driver failed");
    }
}
