package dev.datastack.cli.course.grade;

import static org.assertj.core.api.Assertions.assertThat;

import dev.datastack.cli.FakeRunner;
import dev.datastack.cli.docker.ContainerJson;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class RunJudgeTest {
    private static final ProjectModel MODEL = Models.of("""
            {"db": {"image": "postgres:17"}, "web": {"image": "mine", "command": ["api-server"]}}""");

    @TempDir
    private Path folder;

    private final FakeRunner docker = new FakeRunner();
    private final Scorebook book = new Scorebook();

    private RunJudge judge() throws IOException {
        var sandbox = Models.sandboxed(docker, folder, MODEL);
        return new RunJudge(sandbox, MODEL, Roles.in(MODEL, Map.of()), book);
    }

    private Result result(Rule rule) {
        return book.all().stream().filter(one -> one.rule() == rule).findFirst().orElseThrow();
    }

    private static Observed container(String service, String state, String health) {
        return new Observed(ContainerJson.parse("""
                {"Config": {"Labels": {"com.docker.compose.service": "%s"}, "Healthcheck": {"Test": ["CMD", "ask"]}},
                 "State": {"Status": "%s", "Running": %s, "ExitCode": 1, "Health": {"Status": "%s"}}}""".formatted(service, state, state.equals("running"), health)));
    }

    @Test
    void a_service_that_does_not_run_is_not_counted_as_healthy() throws IOException {
        judge().judgeHealth(List.of(container("db", "exited", "healthy"), container("web", "running", "healthy")));
        assertThat(result(Rule.HEALTH_HEALTHY).outcome()).isEqualTo(Outcome.NOT_JUDGED);
        assertThat(result(Rule.HEALTH_HEALTHY).reason()).isEqualTo("not asked, because it does not run: db");
    }

    @Test
    void a_sick_service_is_told_although_another_does_not_run() throws IOException {
        judge().judgeHealth(List.of(container("db", "created", ""), container("web", "running", "unhealthy")));
        assertThat(result(Rule.HEALTH_HEALTHY).outcome()).isEqualTo(Outcome.NOT_MET);
        assertThat(result(Rule.HEALTH_HEALTHY).reason())
                .startsWith("web is unhealthy")
                .doesNotContain("db");
    }

    @Test
    void a_service_without_a_container_has_no_health_check_and_neither_has_none_at_all() throws IOException {
        judge().judgeHealth(List.of());
        assertThat(result(Rule.HEALTH_CHECKS).outcome()).isEqualTo(Outcome.NOT_MET);
        assertThat(result(Rule.HEALTH_CHECKS).reason())
                .isEqualTo("db has no container to look at; web has no container to look at");
    }

    @Test
    void those_with_a_check_are_counted_among_all() throws IOException {
        judge().judgeHealth(List.of(container("db", "running", "healthy"), container("web", "running", "healthy")));
        assertThat(result(Rule.HEALTH_CHECKS).reason()).isEqualTo("2 of 2 services have one");
    }

    @Test
    void a_service_of_airflow_without_a_user_runs_as_root_and_the_database_is_not_asked() throws IOException {
        judge().judgeUsers(List.of(container("db", "running", "healthy"), container("web", "running", "healthy")));
        assertThat(result(Rule.IMAGES_USER).reason()).isEqualTo("web runs as root");
    }

    private static Observed restarted(int times, String health) {
        return new Observed(ContainerJson.parse("""
                {"Config": {"Labels": {"com.docker.compose.service": "web"}, "Healthcheck": {"Test": ["CMD", "ask"]}},
                 "RestartCount": %d, "State": {"Status": "running", "Running": true, "Health": {"Status": "%s"}}}""".formatted(times, health)));
    }

    @Test
    void a_service_that_died_until_the_database_was_there_stays() throws IOException {
        judge().judgeRuns(List.of(restarted(9, "healthy")), List.of());
        assertThat(result(Rule.COMPOSE_RUNS).outcome()).isEqualTo(Outcome.MET);
    }

    @Test
    void a_service_that_goes_on_dying_does_not() throws IOException {
        docker.says(" logs ", "no database");
        judge().judgeRuns(List.of(restarted(9, "starting")), List.of());
        assertThat(result(Rule.COMPOSE_RUNS).reason())
                .isEqualTo("web is restarted again and again, last line of its log: no database");
    }
}
