package dev.datastack.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.datastack.cli.docker.Docker;
import dev.datastack.cli.process.Call;
import dev.datastack.cli.process.Finished;
import dev.datastack.cli.process.ProcessRunner;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** The packaged command against the real engine, with small projects of its own. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class RealStackIT {
    private static final Path ROOT = Path.of(Objects.requireNonNull(System.getProperty("stack.root")));
    private static final ProcessRunner RUNNER = new ProcessRunner();

    @TempDir
    private Path home;

    @BeforeEach
    void a_clone_with_this_ones_settings() throws IOException {
        TestEngine.isNeeded();
        var settings = ROOT.resolve(".env");
        var kept = Files.exists(settings) ? Files.readString(settings) : "";
        Files.writeString(home.resolve(".env"), kept + "\nCOMPOSE_PROJECT_NAME=" + project() + "\n");
    }

    @AfterEach
    void what_it_made_is_removed() {
        if (Files.exists(home.resolve("docker-compose.yml"))) {
            RUNNER.run(Call.of("docker", "compose", "down", "--volumes", "--timeout", "1")
                    .in(home));
        }
    }

    private String project() {
        return "stack-cli-it-" + ProcessHandle.current().pid();
    }

    private void compose(String services) throws IOException {
        Files.writeString(
                home.resolve("docker-compose.yml"), services.replace("IMAGE", "${BASE_PREFIX:-}debian:trixie-slim"));
    }

    private Finished stack(String... arguments) {
        return stackWith(List.of(), arguments);
    }

    private Finished stackWith(List<String> environment, String... arguments) {
        var java = Path.of(System.getProperty("java.home", ""), "bin", "java").toString();
        var jar = ROOT.resolve("stack-cli/target/stack.jar").toString();
        var argv = new ArrayList<>(List.of("env"));
        argv.addAll(environment);
        argv.addAll(List.of(java, "-Dstack.home=" + home, "-jar", jar));
        argv.addAll(List.of(arguments));
        return RUNNER.run(Call.of(argv).within(Duration.ofMinutes(5)));
    }

    @Test
    void a_project_goes_up_is_well_and_goes_down() throws IOException {
        compose("""
                services:
                  first:
                    image: IMAGE
                    command: ["true"]
                  last:
                    image: IMAGE
                    command: [sleep, infinity]
                    init: true
                    healthcheck: {test: [CMD, echo, all is well], start_period: 20s, start_interval: 500ms}
                    depends_on: {first: {condition: service_completed_successfully}}
                """);
        var up = stack("up");
        assertThat(up.exitCode()).as(up.errText()).isZero();
        assertThat(up.outText()).contains("first: done", "last: healthy", "The stack is up");
        var status = stack("status", "--json");
        assertThat(status.exitCode()).isZero();
        var json = JsonMapper.shared().readTree(status.outText());
        assertThat(json.path("services").path(1).path("probe").asString()).isEqualTo("all is well");
        assertThat(stack("up").exitCode()).as("a second time").isZero();
        assertThat(stack("down", "--volumes", "--yes").exitCode()).isZero();
        assertThat(stack("status").exitCode()).isEqualTo(1);
    }

    @Test
    void a_failing_service_shows_its_last_lines() throws IOException {
        compose("""
                services:
                  broken:
                    image: IMAGE
                    command: [sh, -c, "echo I cannot go on >&2; exit 3"]
                  after:
                    image: IMAGE
                    command: [sleep, infinity]
                    init: true
                    depends_on: {broken: {condition: service_completed_successfully}}
                """);
        var up = stack("up");
        assertThat(up.exitCode()).as(up.errText()).isEqualTo(4);
        assertThat(up.errText()).contains("I cannot go on", "A service failed: broken exited with code 3");
    }

    @Test
    void a_service_that_is_killed_for_memory_is_called_that() throws IOException {
        compose("""
                services:
                  greedy:
                    image: IMAGE
                    command: [dd, if=/dev/zero, of=/dev/null, bs=200M, count=1]
                    mem_limit: 16m
                    memswap_limit: 16m
                  after:
                    image: IMAGE
                    command: [sleep, infinity]
                    init: true
                    depends_on: {greedy: {condition: service_completed_successfully}}
                """);
        var up = stack("up");
        assertThat(up.exitCode()).isEqualTo(4);
        // On a busy machine the engine may miss what the kernel did, and knows the exit code alone.
        assertThat(up.errText())
                .containsPattern("greedy was killed .*because it was out of memory \\(its limit is 16 MB\\)");
        assertThat(stack("status").outText()).contains("killed (out of memory)");
    }

    @Test
    void a_port_that_a_process_holds_stops_it_before_anything_starts() throws IOException {
        try (var holder = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            compose("""
                    services:
                      web:
                        image: IMAGE
                        command: [sleep, infinity]
                        ports: ["127.0.0.1:${WEB_PORT:-%d}:80"]
                    """.formatted(holder.getLocalPort()));
            var up = stack("up");
            assertThat(up.exitCode()).isEqualTo(5);
            assertThat(up.errText())
                    .contains("A port is taken: " + holder.getLocalPort(), "'./stack up --yes' writes WEB_PORT=");
            assertThat(stack("status").outText()).contains("absent");
        }
    }

    @Test
    void a_build_that_fails_shows_the_step() throws IOException {
        Files.writeString(home.resolve("Dockerfile"), "FROM scratch\nCOPY not-there /\n");
        compose("""
                services:
                  built:
                    image: ${COMPOSE_PROJECT_NAME}/built:dev
                    build: .
                """);
        var up = stack("up");
        assertThat(up.exitCode()).isEqualTo(1);
        assertThat(up.errText()).contains("An image was not built: the build of built", "not-there");
    }

    @Test
    void an_engine_that_is_down_is_said() throws IOException {
        compose("services: {}");
        var up = stackWith(List.of("DOCKER_HOST=unix://" + home.resolve("nobody.sock")), "up");
        assertThat(up.exitCode()).isEqualTo(3);
        assertThat(up.errText()).contains("The Docker engine does not respond");
    }

    @Test
    void an_old_compose_is_said() throws IOException {
        var docker = home.resolve("docker");
        Files.writeString(docker, """
                #!/bin/sh
                case $1 in
                  version) echo '{"Server":{"Version":"28.5.2"}}' ;;
                  compose) echo 2.26.1-4 ;;
                esac
                """);
        Files.setPosixFilePermissions(docker, PosixFilePermissions.fromString("rwxr-xr-x"));
        var up = stackWith(List.of("PATH=" + home + ":/usr/bin:/bin"), "up");
        assertThat(up.exitCode()).isEqualTo(3);
        assertThat(up.errText()).contains("Docker Compose is too old: 2.26.1-4 is here, 2.40 or newer");
    }

    @Test
    void the_bases_of_this_clone_are_there() {
        var bases = stack("images", "bases");
        assertThat(bases.exitCode()).as(bases.errText()).isZero();
        assertThat(bases.out().stream().filter(line -> line.startsWith("base ")))
                .hasSize(4);
        assertThat(new Docker(RUNNER).info().memTotal()).isPositive();
    }
}
