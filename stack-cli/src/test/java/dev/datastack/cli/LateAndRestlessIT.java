package dev.datastack.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.datastack.cli.process.Call;
import dev.datastack.cli.process.Finished;
import dev.datastack.cli.process.ProcessRunner;
import java.io.IOException;
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

/** Services that come late, or end and come back, and what the packaged command makes of it, on the real engine. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class LateAndRestlessIT {
    private static final Path ROOT = Path.of(Objects.requireNonNull(System.getProperty("stack.root")));
    private static final ProcessRunner RUNNER = new ProcessRunner();

    /** Healthy when the file is there; until then unhealthy after the first probe. */
    private static final String LATE = """
            services:
              late:
                image: IMAGE
                command: [sleep, infinity]
                init: true
                healthcheck: {test: [CMD, test, -e, /tmp/ready], interval: 1s, retries: 1}
              after:
                image: IMAGE
                command: [sleep, infinity]
                init: true
                depends_on: {late: {condition: service_healthy}}
            """;

    private static final String GREEDY = """
            services:
              greedy:
                image: IMAGE
                command: [sh, -c, "sleep 1; exec dd if=/dev/zero of=/dev/null bs=200M count=1"]
                restart: unless-stopped
                init: true
                memswap_limit: 16m
                healthcheck: {test: [CMD, test, -e, /tmp/ready], interval: 30s}
                deploy: {resources: {limits: {memory: 16M}}}
            """;

    @TempDir
    private Path home;

    @BeforeEach
    void a_clone_with_this_ones_settings() throws IOException {
        TestEngine.isNeeded();
        var settings = ROOT.resolve(".env");
        var kept = Files.exists(settings) ? Files.readString(settings) : "";
        var project = "stack-cli-late-" + ProcessHandle.current().pid();
        Files.writeString(home.resolve(".env"), kept + "\nCOMPOSE_PROJECT_NAME=" + project + "\n");
    }

    @AfterEach
    void what_it_made_is_removed() {
        compose("down", "--volumes", "--timeout", "1");
    }

    private void write(String file, String services) throws IOException {
        Files.writeString(home.resolve(file), services.replace("IMAGE", "${BASE_PREFIX:-}debian:trixie-slim"));
    }

    private Finished compose(String... words) {
        return RUNNER.run(
                Call.of("docker", "compose").in(home).plus(List.of(words)).within(Duration.ofMinutes(2)));
    }

    private Call stack(String... arguments) {
        var java = Path.of(System.getProperty("java.home", ""), "bin", "java").toString();
        var jar = ROOT.resolve("stack-cli/target/stack.jar").toString();
        var path = "PATH=" + home + ":" + System.getenv("PATH");
        var argv = new ArrayList<>(List.of("env", path, java, "-Dstack.home=" + home, "-jar", jar));
        argv.addAll(List.of(arguments));
        return Call.of(argv).within(Duration.ofMinutes(5));
    }

    @Test
    void an_unhealthy_service_that_becomes_healthy_late_is_waited_for_and_what_needs_it_started() throws IOException {
        write("docker-compose.yml", LATE);
        // The file comes when the start has been seen to be refused.
        var makeReady = new Thread(() -> compose("exec", "-T", "late", "touch", "/tmp/ready"));
        var up = RUNNER.run(stack("up").telling(line -> {
            if (line.contains("late: unhealthy") && makeReady.getState() == Thread.State.NEW) {
                makeReady.start();
            }
        }));
        assertThat(up.exitCode()).as(up.outText() + up.errText()).isZero();
        assertThat(up.outText())
                .containsSubsequence("late: unhealthy", "late: healthy", "after: runs", "The stack is up");
        var late = compose("ps", "-q", "late").outText();
        assertThat(RUNNER.run(stack("up")).exitCode()).as("a second time").isZero();
        assertThat(compose("ps", "-q", "late").outText()).isEqualTo(late);
    }

    @Test
    void an_unhealthy_service_is_named_with_its_last_probe_when_the_time_is_over() throws IOException {
        write("docker-compose.yml", LATE.replace("[CMD, test, -e, /tmp/ready]", "[CMD-SHELL, echo not yet; exit 1]"));
        var up = RUNNER.run(stack("up", "--timeout", "8"));
        assertThat(up.exitCode()).isEqualTo(4);
        assertThat(up.errText())
                .contains("The stack is not ready in time: late (unhealthy); after (waits for late)")
                .contains("late, last probe: not yet", "--timeout");
    }

    /** The first looks meet a container that has just gone, as they do while Compose replaces one. */
    @Test
    void a_look_that_meets_a_container_that_is_gone_harms_nothing() throws IOException {
        write("docker-compose.yml", LATE.replace("/tmp/ready", "/tmp"));
        var real = RUNNER.run(Call.of("sh", "-c", "command -v docker")).outText();
        var shim = home.resolve("docker");
        Files.writeString(shim, """
                #!/bin/sh
                case "$*" in
                  *" up -d "*) touch %1$s/replacing ;;
                  *" ps -a "*)
                    [ ! -e %1$s/replacing ] || echo look >> %1$s/looks
                    if [ -e %1$s/replacing ] && [ $(wc -l < %1$s/looks) -lt 10 ]; then
                      echo "Error response from daemon: No such container: 1f2e3d" >&2
                      exit 1
                    fi ;;
                esac
                exec %2$s "$@"
                """.formatted(home, real));
        Files.setPosixFilePermissions(shim, PosixFilePermissions.fromString("rwxr-xr-x"));
        var up = RUNNER.run(stack("up"));
        assertThat(up.exitCode()).as(up.errText()).isZero();
        assertThat(Files.readAllLines(home.resolve("looks"))).hasSizeGreaterThanOrEqualTo(10);
    }

    @Test
    void a_service_killed_for_memory_again_and_again_is_called_that_and_its_cure_works() throws IOException {
        write("docker-compose.yml", GREEDY);
        var up = RUNNER.run(stack("up", "--timeout", "20"));
        assertThat(up.exitCode()).as(up.errText()).isEqualTo(4);
        assertThat(up.errText()).contains("greedy was killed because it was out of memory ", "its limit is 16 MB");
        assertThat(RUNNER.run(stack("status")).outText()).contains("greedy was killed because it was out of memory");
        var cure = up.errText()
                .lines()
                .filter(line -> line.startsWith("  next:") && line.contains("docker-compose.override.yml: "))
                .map(line -> line.replaceAll(".*override.yml: (.*}); then.*", "$1"))
                .findFirst();
        assertThat(cure).isPresent();
        write("docker-compose.override.yml", cure.get());
        assertThat(compose("config", "--format", "json").outText()).contains("\"memory\": \"" + (32L << 20) + "\"");
    }

    @Test
    void a_service_that_ends_again_and_again_is_named_with_its_last_exit_code() throws IOException {
        write("docker-compose.yml", """
                services:
                  loops:
                    image: IMAGE
                    command: [sh, -c, "echo again; exit 7"]
                    restart: unless-stopped
                    healthcheck: {test: ["CMD", "true"], interval: 30s}
                """);
        var up = RUNNER.run(stack("up", "--timeout", "15"));
        assertThat(up.exitCode()).as(up.errText()).isEqualTo(4);
        assertThat(up.errText()).contains("A service failed: loops was restarted", "last exit code 7", "again");
    }
}
