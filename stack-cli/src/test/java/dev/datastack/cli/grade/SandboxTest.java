package dev.datastack.cli.grade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.datastack.cli.FakeRunner;
import dev.datastack.cli.problem.StackException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
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

    /** Compose 5 refuses the variable there, and a grading would end with it. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "pull_policy: ${POLICY:-build}",
                "pull_policy: &built ${POLICY:-build}  # or missing",
                "pull_policy: \"$POLICY\"",
                "{pull_policy: ${POLICY:-${OTHER:-build}}}"
            })
    void compose_reads_a_word_where_the_project_has_a_variable_in_its_pull_policy(String line) throws IOException {
        var read = new ArrayList<String>();
        docker.on("config --format json --no-interpolate --no-env-resolution", call -> {
            read.add(text(Path.of(call.variables().getOrDefault("COMPOSE_FILE", ""))));
            return FakeRunner.finished(call, 0, "{}", "");
        });
        var file = Files.writeString(sandbox.folder().resolve("docker-compose.yml"), line + "\nimage: ${NAME}\n");
        sandbox.configAsWritten(file).orThrow();
        var policy = line.replaceAll("\\$(POLICY|\\{POLICY:-(build|\\$\\{OTHER:-build\\})\\})", "missing");
        assertThat(read).containsExactly(policy + "\nimage: ${NAME}\n");
        assertThat(file).hasContent(line + "\nimage: ${NAME}\n");
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
