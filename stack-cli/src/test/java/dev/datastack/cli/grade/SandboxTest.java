package dev.datastack.cli.grade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.datastack.cli.FakeRunner;
import dev.datastack.cli.problem.StackException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SandboxTest {
    private static final String NAMELESS = "0123456789abcdef".repeat(4);

    @TempDir
    private Path project;

    private final FakeRunner docker = new FakeRunner();

    @SuppressWarnings("NullAway.Init")
    private Sandbox sandbox;

    @BeforeEach
    void a_project_that_builds_an_image() throws IOException {
        Files.writeString(project.resolve("docker-compose.yml"), "services: {}");
        docker.says("compose down", "")
                .says("volume rm", "")
                .says("image rm", "")
                .says("ps -a", "");
        sandbox = new Sandbox(docker, ProjectCopy.of(project), "grade-1");
        var model = JsonMapper.shared().readTree("{\"services\":{\"a\":{\"build\":{\"context\":\".\"}}}}");
        sandbox.isolate(Isolation.of(model, "grade-1"));
    }

    @Test
    void the_end_removes_containers_volumes_images_and_the_copy_once() {
        var container = JsonMapper.shared().readTree("""
                {"Mounts": [{"Type": "volume", "Name": "%s"}, {"Type": "volume", "Name": "grade-1_rows"}, {"Type": "bind"}]}""".formatted(NAMELESS));
        sandbox.willLeave(new Observed(container).namelessVolumes());
        sandbox.close();
        sandbox.close();
        assertThat(docker.calls())
                .isEqualTo(List.of(
                        "docker compose down --volumes --remove-orphans --timeout 10",
                        "docker volume rm " + NAMELESS,
                        "docker image rm --force grade-1/a:graded"));
        assertThat(sandbox.folder()).doesNotExist();
        assertThat(project.resolve("docker-compose.yml")).exists();
    }

    @Test
    void what_cannot_be_removed_does_not_keep_the_rest() {
        docker.fails("compose down", 1, "the engine is busy");
        sandbox.close();
        assertThat(docker.calls()).anyMatch(call -> call.contains("image rm"));
        assertThat(sandbox.folder()).doesNotExist();
    }

    @Test
    void nothing_is_started_any_more_after_the_end() {
        sandbox.close();
        assertThatThrownBy(() -> sandbox.compose().states())
                .isInstanceOf(StackException.class)
                .hasMessageContaining("interrupted");
    }
}
