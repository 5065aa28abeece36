package dev.datastack.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.datastack.cli.FakeRunner;
import dev.datastack.cli.Fixture;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class UpCommandTest {
    @TempDir
    private Path root;

    @SuppressWarnings("NullAway.Init")
    private Cli cli;

    @BeforeEach
    void takes_ports_that_are_free() {
        cli = new Cli(root);
        cli.docker.says("config --format json", Fixture.read("config.json").replace("\"25432\"", "\"0\""));
    }

    @Test
    void a_start_ends_with_the_addresses_and_where_the_passwords_are() {
        cli.docker.says(
                "ps -a --format json",
                Fixture.read("ps-one-failed.jsonl")
                        .replace("\"ExitCode\":3", "\"ExitCode\":0")
                        .replace("\"State\":\"created\"", "\"State\":\"running\""));
        assertThat(cli.run("up")).as(cli.err()).isZero();
        assertThat(cli.out()).contains("postgres: healthy", "secrets: done", "The stack is up", "./stack credentials");
    }

    @Test
    void a_failing_service_shows_its_exit_code_and_its_last_lines() {
        var states = Fixture.read("ps-one-failed.jsonl");
        cli.docker
                .says("ps -a --format json", states)
                .fails("up -d --no-build", 1, "service \"bad\" didn't complete successfully: exit 3")
                .says("--tail 20 bad", "I cannot go on");
        assertThat(cli.run("up")).isEqualTo(4);
        assertThat(cli.err())
                .contains("I cannot go on", "A service failed: bad exited with code 3", "./stack logs bad");
    }

    @Test
    void a_service_killed_for_memory_is_called_that() {
        cli.docker
                .says("ps -a --format json", Fixture.read("ps-one-failed.jsonl"))
                .fails("up -d --no-build", 1, "service \"bad\" didn't complete successfully: exit 137")
                .says("docker inspect", """
                        [{"Id":"b984b9efaebd00","State":{"OOMKilled":true,"ExitCode":137},"HostConfig":{"Memory":67108864}}]
                        """);
        assertThat(cli.run("up")).isEqualTo(4);
        assertThat(cli.err()).contains("bad was killed for memory (its limit is 64 MB)", "raise mem_limit of bad");
    }

    @Test
    void a_stack_that_is_not_ready_in_time_names_what_is_pending() {
        cli.docker.says(
                "ps -a --format json", Fixture.read("ps-one-failed.jsonl").replace("\"ExitCode\":3", "\"ExitCode\":0"));
        assertThat(cli.run("up", "--timeout", "30")).isEqualTo(4);
        assertThat(cli.err()).contains("not ready in time: late (", "after 30 s", "keeps running");
    }

    @Test
    void a_port_that_somebody_took_meanwhile_is_a_port_problem() {
        cli.docker.fails("up -d --no-build", 1, "Bind for 127.0.0.1:5432 failed: port is already allocated");
        assertThat(cli.run("up")).isEqualTo(5);
        assertThat(cli.err()).contains("A port is taken", "./stack down");
    }

    @Test
    void a_failed_build_names_the_image_and_shows_the_last_lines() {
        cli.docker.fails("build agent", 17, "#9 ERROR: no such file\ntarget agent: failed to solve: no such file");
        assertThat(cli.run("up")).isEqualTo(1);
        assertThat(cli.err()).contains("An image was not built: the build of agent", "#9 ERROR: no such file");
    }

    @Test
    void a_broken_compose_file_is_said_to_be_one() {
        cli.docker.fails("config --format json", 15, "services.postgres additional properties 'imag' not allowed");
        assertThat(cli.run("up")).isEqualTo(1);
        assertThat(cli.err()).contains("The Compose file was refused: services.postgres");
    }

    @Test
    void without_an_engine_nothing_is_tried() {
        cli.docker.on(
                "docker version",
                call -> FakeRunner.finished(
                        call,
                        1,
                        Fixture.read("version-down.json"),
                        "Cannot connect to the Docker daemon at unix:///x"));
        assertThat(cli.run("up")).isEqualTo(3);
        assertThat(cli.docker.calls()).containsExactly("docker version --format json");
    }

    @Test
    void yes_installs_an_engine_where_none_answers() {
        cli.docker.on("docker version", call -> FakeRunner.finished(call, 1, "", "Cannot connect"));
        cli.docker.attachedEndsWith(3);
        assertThat(cli.run("up", "--yes")).isEqualTo(3);
        assertThat(cli.docker.calls()).anyMatch(call -> call.endsWith("docker/engine/install.sh --yes"));
        assertThat(cli.err()).contains("The engine was not installed", "exit code 3");
    }
}
