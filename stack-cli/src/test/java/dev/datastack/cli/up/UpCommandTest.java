package dev.datastack.cli.up;

import static org.assertj.core.api.Assertions.assertThat;

import dev.datastack.cli.FakeRunner;
import dev.datastack.cli.Fixture;
import dev.datastack.cli.command.Cli;
import dev.datastack.cli.startup.Preparation;
import dev.datastack.cli.startup.Preparation.Kind;
import dev.datastack.cli.startup.ServiceStart;
import dev.datastack.cli.startup.StartFiles;
import dev.datastack.cli.startup.StartRecord;
import dev.datastack.cli.startup.StartRecord.Outcome;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
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
        // What the doctor asks after a start that failed.
        cli.docker.fails("compose --ansi never exec", 1, "the container is not running");
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

    /** The containers are there only when Compose has made them. */
    private void upFailsWith(String complaint) {
        cli.docker.on("up -d --no-build", call -> {
            cli.docker.says("ps -a --format json", Fixture.read("ps-one-failed.jsonl"));
            return FakeRunner.finished(call, 1, "", complaint);
        });
    }

    @Test
    void a_name_that_was_given_is_kept_and_one_that_compose_refuses_is_not() {
        assertThat(cli.run("up", "--name", "\u00dc!")).isEqualTo(2);
        assertThat(cli.err()).contains("A project's name has small letters");
        cli.docker.says("ps -a --format json", "");
        cli.run("up", "--name", "kit-2", "--timeout", "1");
        assertThat(root.resolve(".env")).content().contains("COMPOSE_PROJECT_NAME=kit-2\n");
    }

    @Test
    void images_for_another_processor_are_said_before_they_are_built() {
        cli.environment = Map.of("DOCKER_DEFAULT_PLATFORM", "linux/arm64");
        cli.run("up", "--timeout", "1");
        assertThat(cli.err()).contains("this engine is linux/amd64", "'unset DOCKER_DEFAULT_PLATFORM'");
    }

    @Test
    void a_failing_service_shows_its_exit_code_and_its_last_lines() {
        upFailsWith("service \"bad\" didn't complete successfully: exit 3");
        cli.docker.says("--tail 20 bad", "I cannot go on");
        assertThat(cli.run("up")).isEqualTo(4);
        assertThat(cli.err())
                .contains("I cannot go on", "A service failed: bad exited with code 3", "./stack logs bad")
                .containsSubsequence(
                        "What stack doctor finds:", "[one-shot-failed]", "bad exited with code 3", "fix: ");
    }

    @Test
    void a_service_killed_for_memory_is_called_that_and_the_cure_is_one_that_compose_accepts() {
        upFailsWith("service \"bad\" didn't complete successfully: exit 137");
        cli.docker.says("docker inspect", """
                        [{"Id":"b984b9efaebd00","State":{"OOMKilled":true,"ExitCode":137},"HostConfig":{"Memory":67108864}}]
                        """);
        assertThat(cli.run("up")).isEqualTo(4);
        assertThat(cli.err())
                .contains(
                        "bad was killed because it was out of memory (its limit is 64 MB)",
                        "docker-compose.override.yml: services: {bad: {deploy: {resources: {limits: {memory: 128M}}}}}");
    }

    @Test
    void a_stack_that_is_not_ready_in_time_names_what_is_pending() {
        cli.docker.says(
                "ps -a --format json", Fixture.read("ps-one-failed.jsonl").replace("\"ExitCode\":3", "\"ExitCode\":0"));
        assertThat(cli.run("up", "--timeout", "30")).isEqualTo(4);
        assertThat(cli.err()).contains("not ready in time: late (", "after 30 s", "keep running");
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
        assertThat(cli.docker.calls()).allMatch(call -> call.matches("docker (version|context) .*"));
    }

    @Test
    void yes_installs_an_engine_where_none_answers() {
        cli.docker.on("docker version", call -> FakeRunner.finished(call, 1, "", "Cannot connect"));
        cli.docker.attachedEndsWith(3);
        assertThat(cli.run("up", "--yes")).isEqualTo(3);
        assertThat(cli.docker.calls()).anyMatch(call -> call.endsWith("docker/engine/install.sh --yes"));
        assertThat(cli.err()).contains("The engine was not installed", "exit code 3");
    }

    @Test
    void where_docker_uses_another_engine_none_is_installed_here() {
        cli.docker
                .on("docker version", call -> FakeRunner.finished(call, 1, "", "Cannot connect"))
                .says("docker context show", "far")
                .says("docker context inspect", "tcp://192.0.2.1:2375");
        assertThat(cli.run("up", "--yes")).isEqualTo(3);
        assertThat(cli.err()).contains("tcp://192.0.2.1:2375", "docker context use default");
        assertThat(cli.run("engine", "install", "--yes")).isEqualTo(3);
        assertThat(cli.err()).contains("The engine was not installed: docker uses the engine at tcp://192.0.2.1:2375");
        assertThat(cli.docker.calls()).noneMatch(call -> call.contains("install.sh"));
    }

    @Test
    void podman_is_no_reason_to_install_an_engine() {
        cli.docker.says("docker version", Fixture.read("version-podman.json"));
        assertThat(cli.run("up", "--yes")).isEqualTo(3);
        assertThat(cli.err()).contains("Podman responds instead of Docker");
        assertThat(cli.docker.calls()).noneMatch(call -> call.contains("install.sh"));
    }

    @Test
    void an_engine_that_enforces_no_memory_limit_is_said_to_be_one() {
        cli.docker.says("docker info", "{\"MemTotal\":8589934592,\"MemoryLimit\":false}");
        cli.run("up");
        assertThat(cli.err()).contains("enforces no memory limits");
    }

    @Test
    void a_data_file_that_is_missing_is_named_before_anything_is_built() {
        var model = Fixture.read("config.json").replace("\"25432\"", "\"0\"").replace("\"late\"", "\"etl-service\"");
        cli.docker.says("config --format json", model);
        assertThat(cli.run("up")).isEqualTo(1);
        assertThat(cli.err()).contains("A data file is missing: data/nycflights13/airlines.csv is not there");
        assertThat(cli.docker.calls()).noneMatch(call -> call.contains(" build "));
    }

    private List<StartRecord> recorded() {
        return new StartFiles(root).newest(5, line -> {});
    }

    @Test
    void a_start_is_recorded_with_what_each_service_did_in_it() {
        cli.docker.says(
                "ps -a --format json",
                Fixture.read("ps-one-failed.jsonl")
                        .replace("\"ExitCode\":3", "\"ExitCode\":0")
                        .replace("\"State\":\"created\"", "\"State\":\"running\""));
        assertThat(cli.run("up")).as(cli.err()).isZero();
        assertThat(recorded()).singleElement().satisfies(start -> {
            assertThat(start.outcome()).isEqualTo(Outcome.READY);
            assertThat(start.preparation()).extracting(Preparation::kind).containsExactly(Kind.values());
            assertThat(start.services()).extracting(ServiceStart::service).contains("postgres", "secrets");
        });
        assertThat(cli.run("explain", "startup")).isZero();
        assertThat(cli.out()).contains("ready after");
    }

    @Test
    void a_start_that_fails_is_recorded_with_how_far_it_came() {
        upFailsWith("service \"bad\" didn't complete successfully: exit 3");
        assertThat(cli.run("up")).isEqualTo(4);
        assertThat(recorded()).singleElement().satisfies(start -> {
            assertThat(start.outcome()).isEqualTo(Outcome.FAILED);
            assertThat(start.reason()).startsWith("A service failed: bad exited with code 3");
            assertThat(start.services()).isNotEmpty();
        });
    }

    @Test
    void a_build_that_fails_is_recorded_before_there_is_a_container() {
        cli.docker.fails("build agent", 17, "#9 ERROR: no such file\ntarget agent: failed to solve: no such file");
        assertThat(cli.run("up")).isOne();
        assertThat(recorded()).singleElement().satisfies(start -> {
            assertThat(start.reason()).startsWith("An image was not built");
            assertThat(start.composeBegan()).isEmpty();
        });
    }
}
