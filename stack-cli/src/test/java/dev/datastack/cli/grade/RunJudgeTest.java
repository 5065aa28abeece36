package dev.datastack.cli.grade;

import static org.assertj.core.api.Assertions.assertThat;

import dev.datastack.cli.FakeRunner;
import dev.datastack.cli.FakeTime;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

@DisplayNameGeneration(ReplaceUnderscores.class)
class RunJudgeTest {
    private static final ProjectModel MODEL = Models.of("""
            {"db": {"image": "postgres:17"}, "web": {"image": "mine", "command": ["api-server"]}}""");

    @TempDir
    private Path project;

    private final FakeRunner docker = new FakeRunner();
    private final Scorebook book = new Scorebook();

    private RunJudge judge() throws IOException {
        Files.writeString(project.resolve("docker-compose.yml"), "services: {}");
        var sandbox = new Sandbox(docker, ProjectCopy.of(project), "grade-1");
        sandbox.isolate(Isolation.of(MODEL.resolved(), "grade-1"));
        return new RunJudge(sandbox, MODEL, Roles.in(MODEL, Map.of()), book, new FakeTime());
    }

    private Result result(Rule rule) {
        return book.all().stream().filter(one -> one.rule() == rule).findFirst().orElseThrow();
    }

    private static Observed container(String service, String state, String health) {
        return new Observed(
                JsonMapper.shared().readTree("""
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
    void a_page_whose_service_does_not_run_is_not_said_to_lack_a_port() throws IOException {
        docker.says("ps -a", "{\"ID\":\"1\",\"Service\":\"web\",\"State\":\"exited\"}");
        judge().judgePages();
        assertThat(result(Rule.COMPOSE_PAGES).reason()).isEqualTo("web does not run, so it has no page");
    }

    @Test
    void a_page_that_runs_without_a_port_is_told_so() throws IOException {
        docker.says("ps -a", "{\"ID\":\"1\",\"Service\":\"web\",\"State\":\"running\"}");
        judge().judgePages();
        assertThat(result(Rule.COMPOSE_PAGES).reason()).isEqualTo("web publishes no port");
    }
}
