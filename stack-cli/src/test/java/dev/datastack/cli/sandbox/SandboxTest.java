package dev.datastack.cli.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.datastack.cli.FakeRunner;
import dev.datastack.cli.FakeTime;
import dev.datastack.cli.problem.StackException;
import dev.datastack.cli.process.Call;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SandboxTest {
    @TempDir
    private Path folder;

    private final FakeRunner docker = new FakeRunner();
    private final List<Call> calls = new ArrayList<>();
    private final List<String> leftovers = new ArrayList<>();

    @SuppressWarnings("NullAway.Init")
    private Sandbox sandbox;

    @BeforeEach
    void a_project_in_a_sandbox() throws IOException {
        var project = Files.createDirectories(folder.resolve("theirs"));
        Files.writeString(project.resolve("docker-compose.yml"), "services: {}");
        docker.on("", call -> {
            calls.add(call);
            return FakeRunner.finished(call, 0, "", "");
        });
        var environment =
                Map.of("PATH", "/usr/bin", "HOME", "/home/teacher", "CI_TOKEN", "secret", "COMPOSE_FILE", "x");
        var host = new SandboxHost(
                docker, environment, new FakeTime(), action -> () -> {}, "bases.example/", Bounds.USUAL);
        sandbox = new Sandbox(host, "sandbox-1", folder.resolve("home"), leftovers::add);
        sandbox.take(project);
    }

    @Test
    void a_command_gets_an_environment_of_ours_and_not_the_callers() {
        sandbox.runner().run(Call.of("docker", "compose", "config").with(Map.of("OWN", "1")));
        var call = calls.get(0);
        assertThat(call.environment().orElseThrow())
                .containsEntry("PATH", "/usr/bin")
                .containsEntry("DOCKER_CONFIG", "/home/teacher/.docker")
                .containsEntry("HOME", folder.resolve("home").toString())
                .doesNotContainKeys("CI_TOKEN", "COMPOSE_FILE");
        assertThat(call.variables()).isEqualTo(Map.of("BASE_PREFIX", "bases.example/", "OWN", "1"));
        assertThat(call.folder()).contains(folder.resolve("home/project"));
    }

    @Test
    void no_command_runs_longer_than_the_bound_whatever_it_asks_for() {
        sandbox.runner().run(Call.of("docker", "build").within(Duration.ofHours(2)));
        sandbox.runner().run(Call.of("docker", "ps").within(Duration.ofSeconds(3)));
        assertThat(calls).extracting(Call::limit).containsExactly(Bounds.USUAL.command(), Duration.ofSeconds(3));
    }

    @Test
    void the_end_removes_by_label_and_name_and_deletes_the_copy_once() {
        docker.says("docker ps --all --quiet", "c1")
                .says("docker network ls", "n1")
                .says("docker volume ls", "v1")
                .says("docker image ls", "sandbox-1/a:sandbox");
        sandbox.willLeave(List.of("nameless"));
        sandbox.close();
        int once = docker.calls().size();
        sandbox.close();
        assertThat(docker.calls()).hasSize(once);
        assertThat(docker.calls())
                .contains(
                        "docker ps --all --quiet --filter label=com.docker.compose.project=sandbox-1",
                        "docker rm --force --volumes c1",
                        "docker network rm n1",
                        "docker volume rm --force v1 nameless",
                        "docker image rm --force sandbox-1/a:sandbox");
        assertThat(folder.resolve("home")).doesNotExist();
        assertThat(folder.resolve("theirs/docker-compose.yml")).exists();
    }

    @Test
    void what_cannot_be_removed_is_named_and_does_not_keep_the_rest() {
        docker.says("docker volume ls", "busy").fails("docker volume rm", 1, "volume is in use");
        sandbox.close();
        assertThat(leftovers).containsExactly("volume busy");
        assertThat(folder.resolve("home")).doesNotExist();
    }

    @Test
    void nothing_is_started_any_more_after_the_end() {
        sandbox.close();
        assertThatThrownBy(() -> sandbox.compose().states())
                .isInstanceOf(StackException.class)
                .hasMessageContaining("interrupted");
    }

    @Test
    void only_a_folder_of_the_copy_is_emptied() throws IOException {
        var witness = Files.createDirectories(folder.resolve("witness"));
        Files.writeString(witness.resolve("rows"), "precious");
        var data = Files.createDirectories(sandbox.project().resolve("data"));
        Files.writeString(data.resolve("rows"), "copied");
        Files.createSymbolicLink(sandbox.project().resolve("out"), witness);
        for (var asked : List.of(data, sandbox.project().resolve("out"), witness, sandbox.project())) {
            sandbox.empty(asked);
        }
        assertThat(data).isEmptyDirectory();
        assertThat(witness.resolve("rows")).hasContent("precious");
        assertThat(sandbox.project().resolve("docker-compose.yml")).exists();
    }
}
