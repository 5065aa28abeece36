package dev.datastack.cli.course.grade;

import static org.assertj.core.api.Assertions.assertThat;

import dev.datastack.cli.FakeRunner;
import dev.datastack.cli.FakeTime;
import dev.datastack.cli.docker.ContainerJson;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A check that is run in a new container says what {@code run} is told to answer here. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class HonestyJudgeTest {
    private static final ProjectModel MODEL = Models.of("{\"db\": {\"image\": \"postgres:17\"}}");

    @TempDir
    private Path folder;

    private final FakeRunner docker = new FakeRunner();
    private final Scorebook book = new Scorebook();
    private final FakeTime time = new FakeTime();

    @BeforeEach
    void the_service_can_be_stopped_and_works_when_it_is_started() {
        docker.says(" stop db", "").says(" start db", "").says(" exec ", "").fails(" run ", 1, "refused");
    }

    private Result judged(boolean runs) throws IOException {
        var sandbox = Models.sandboxed(docker, folder, MODEL);
        var roles = Roles.in(MODEL, Map.of());
        var pages = new PageJudge(sandbox, roles, book, time);
        var judge = new HonestyJudge(sandbox, book, new Readiness(sandbox, roles, pages, time), time, line -> {});
        judge.askOneByOne(roles, List.of(container(runs)));
        judge.askWithAllStopped();
        return book.all().stream()
                .filter(one -> one.rule() == Rule.HEALTH_HONEST)
                .findFirst()
                .orElseThrow();
    }

    private static Observed container(boolean runs) {
        return new Observed(ContainerJson.parse("""
                {"Config": {"Labels": {"com.docker.compose.service": "db"}, "Healthcheck": {"Test": ["CMD", "ask"]}},
                 "State": {"Running": %s}}""".formatted(runs)));
    }

    @Test
    void a_check_that_says_no_without_its_service_is_honest() throws IOException {
        assertThat(judged(true).outcome()).isEqualTo(Outcome.MET);
    }

    @Test
    void one_that_asks_a_neighbour_is_found_out_while_the_neighbour_runs() throws IOException {
        docker.says(" run ", "");
        assertThat(judged(true).reason()).isEqualTo("the one of db says yes while only that service is stopped");
    }

    @Test
    void what_remembers_the_service_for_half_a_minute_is_asked_again() throws IOException {
        var first = time.now();
        docker.on(
                " run ", call -> FakeRunner.finished(call, time.now().isBefore(first.plusSeconds(20)) ? 0 : 1, "", ""));
        assertThat(judged(true).outcome()).isEqualTo(Outcome.MET);
    }

    @Test
    void one_of_a_service_that_never_ran_is_asked_with_everything_stopped() throws IOException {
        docker.says(" run ", "");
        assertThat(judged(false).reason()).isEqualTo("the one of db says yes though the service does not run");
    }

    @Test
    void a_service_that_never_worked_is_not_waited_for() throws IOException {
        docker.fails("SELECT 1", 1, "");
        var before = time.now();
        assertThat(judged(true).outcome()).isEqualTo(Outcome.MET);
        assertThat(time.now()).isEqualTo(before);
    }

    @Test
    void one_that_says_yes_before_the_service_works_is_found_out() throws IOException {
        docker.on(" start db", call -> {
            var start = time.now();
            docker.on(
                    "SELECT 1",
                    ask -> FakeRunner.finished(ask, time.now().isBefore(start.plusSeconds(20)) ? 1 : 0, "", ""));
            return FakeRunner.finished(call, 0, "", "");
        });
        assertThat(judged(true).reason()).isEqualTo("the one of db says yes before the service works");
    }
}
