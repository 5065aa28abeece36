package dev.datastack.cli.course.grade;

import static org.assertj.core.api.Assertions.assertThat;

import dev.datastack.cli.FakeRunner;
import dev.datastack.cli.FakeTime;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PageJudgeTest {
    private static final ProjectModel MODEL =
            Models.of("{\"web\": {\"image\": \"mine\", \"command\": [\"api-server\"]}}");

    @TempDir
    private Path folder;

    private final FakeRunner docker = new FakeRunner();
    private final Scorebook book = new Scorebook();

    private String reason() throws IOException {
        var sandbox = Models.sandboxed(docker, folder, MODEL);
        new PageJudge(sandbox, Roles.in(MODEL, Map.of()), book, new FakeTime()).judge();
        return book.all().stream()
                .filter(one -> one.rule() == Rule.COMPOSE_PAGES)
                .findFirst()
                .orElseThrow()
                .reason();
    }

    @Test
    void a_page_whose_service_does_not_run_is_not_said_to_lack_a_port() throws IOException {
        docker.says("ps -a", "{\"ID\":\"1\",\"Service\":\"web\",\"State\":\"exited\"}");
        assertThat(reason()).isEqualTo("web does not run, so it has no page");
    }

    @Test
    void a_page_that_runs_without_a_port_is_told_so() throws IOException {
        docker.says("ps -a", "{\"ID\":\"1\",\"Service\":\"web\",\"State\":\"running\"}");
        assertThat(reason()).isEqualTo("web publishes no port");
    }

    @Test
    void the_port_is_asked_for_again_because_a_container_that_came_back_has_another() throws IOException {
        docker.says("ps -a", "{\"ID\":\"1\",\"Service\":\"web\",\"State\":\"restarting\"}");
        reason();
        assertThat(docker.calls()).filteredOn(call -> call.contains("ps -a")).hasSizeGreaterThan(10);
    }
}
