package dev.datastack.cli.course;

import static org.assertj.core.api.Assertions.assertThat;

import dev.datastack.cli.TestEngine;
import dev.datastack.cli.course.Checker.Listener;
import dev.datastack.cli.sandbox.Sandboxes;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kinds of check on one made-up exercise: each sees what is so, and its opposite fails with what was observed. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class CheckKindsIT {
    private static final Path ROOT = Path.of(Objects.requireNonNull(System.getProperty("stack.root")));
    private static final String HEAD = """
            {"topics": [{"number": 1, "title": "Kinds", "folder": "01-kinds", "docs": "none", "exercises": [
              {"number": "1.1", "title": "Kinds", "folder": "01-kinds/1-all", "hints": ["none"], "failing": ["none"],
               "checks": [""";

    @TempDir
    private Path root;

    private Report check(String checks) {
        CourseFixture.write(root.resolve("exercises.json"), HEAD + checks + "]}]}]}");
        var exercise = Manifest.read(root.resolve("exercises.json")).exercises().get(0);
        var checker = new Checker(Sandboxes.real(ROOT), root.resolve("labs"), Clones.real(ROOT));
        return checker.check(exercise, root.resolve("work"), Listener.NONE);
    }

    private void file(String name, String text) {
        CourseFixture.write(root.resolve("work").resolve(name), text);
    }

    @Test
    void an_image_and_its_context() {
        TestEngine.isNeeded();
        file("Dockerfile", "ARG BASE_PREFIX=\nFROM ${BASE_PREFIX}debian:trixie-slim\nCOPY a.txt /\nCOPY b.txt /\n");
        file("a.txt", "a");
        file("b.txt", "b");
        file("large.bin", "x".repeat(2_000_000));
        file(".dockerignore", "secret.txt\n");
        file("secret.txt", "hush");
        var report = check("""
                {"kind": "layers", "name": "two", "base": "debian:trixie-slim", "atMost": 2},
                {"kind": "layers", "name": "one", "base": "debian:trixie-slim", "atMost": 1},
                {"kind": "layers", "name": "other base", "base": "postgres:17", "atMost": 9},
                {"kind": "context", "name": "all", "atMostMb": 3, "holds": ["a.txt"], "lacks": ["secret.txt"]},
                {"kind": "context", "name": "large", "atMostMb": 1, "lacks": ["large.bin"]},
                {"kind": "context", "name": "missing", "atMostMb": 3, "holds": ["secret.txt"]},
                {"kind": "context", "name": "new", "atMostMb": 3, "lacks": ["new.txt"], "change": {"file": "new.txt", "create": "x"}},
                {"kind": "context", "name": "new gone", "atMostMb": 3, "lacks": ["new.txt"]},
                {"kind": "rebuild", "name": "unused", "change": {"file": "large.bin", "append": "x"}, "newLayersAtMost": 0},
                {"kind": "rebuild", "name": "used", "change": {"file": "b.txt", "append": "x"}, "newLayersAtMost": 0}""");
        assertThat(report.failed()).containsExactly("one", "other base", "large", "missing", "new", "used");
        assertThat(report.checks())
                .extracting(Result::observed)
                .contains(
                        "2 layers on top of debian:trixie-slim",
                        "the image is not built on postgres:17",
                        "2.0 MB, with large.bin",
                        "2.0 MB, without secret.txt",
                        "2.0 MB, with new.txt",
                        "1 of 3 layers are new after a change of b.txt");
    }

    @Test
    void a_step_that_runs_again_and_makes_the_same_files_makes_a_new_layer() {
        TestEngine.isNeeded();
        file("Dockerfile", """
                ARG BASE_PREFIX=
                FROM ${BASE_PREFIX}debian:trixie-slim
                COPY a.txt /
                RUN touch /made
                """);
        file("a.txt", "a");
        var change = "\"change\": {\"file\": \"a.txt\", \"append\": \"x\"}";
        var report = check("""
                {"kind": "rebuild", "name": "one", %1$s, "newLayersAtMost": 1},
                {"kind": "rebuild", "name": "two", %1$s, "newLayersAtMost": 2}""".formatted(change));
        assertThat(report.failed()).containsExactly("one");
    }

    @Test
    void a_project_its_health_its_order_and_its_ends() {
        TestEngine.isNeeded();
        file("compose.yaml", """
                x-base: &base
                  image: ${BASE_PREFIX:-}debian:trixie-slim
                  init: true
                services:
                  well:
                    <<: *base
                    command: [sh, -c, "sleep 1; touch /tmp/well; sleep infinity"]
                    healthcheck: {test: [CMD, test, -f, /tmp/well], interval: 3s, retries: 1, start_period: 20s, start_interval: 1s}
                  after:
                    <<: *base
                    command: [sleep, infinity]
                    depends_on: {well: {condition: service_healthy}}
                  before:
                    <<: *base
                    command: [sleep, infinity]
                  content:
                    <<: *base
                    command: [sleep, infinity]
                    healthcheck: {test: [CMD, echo, fine], interval: 1s}
                  over:
                    <<: *base
                    command: ["false"]
                  greedy:
                    <<: *base
                    # With cgroup v1 the engine misses a kill whose container is gone in the same moment.
                    command: [sh, -c, "dd if=/dev/zero of=/dev/null bs=200M count=1; code=$$?; sleep 1; exit $$code"]
                    mem_limit: 16m
                    memswap_limit: 16m
                  pretends:
                    <<: *base
                    command: [sh, -c, "exit 137"]
                """);
        var report = check("""
                {"kind": "up", "name": "up"},
                {"kind": "ends", "name": "only pretends", "service": "pretends", "exitCode": 137, "outOfMemory": true, "withinSeconds": 1},
                {"kind": "started-after", "name": "in order", "service": "after", "other": "well"},
                {"kind": "started-after", "name": "not in order", "service": "before", "other": "well"},
                {"kind": "health", "name": "well", "service": "well", "is": "healthy", "withinSeconds": 10},
                {"kind": "health", "name": "no check", "service": "before", "is": "healthy", "withinSeconds": 0},
                {"kind": "ends", "name": "killed", "service": "greedy", "exitCode": 137, "outOfMemory": true, "withinSeconds": 10},
                {"kind": "ends", "name": "ends", "service": "before", "exitCode": 0, "outOfMemory": false, "withinSeconds": 0},
                {"kind": "container-setting", "name": "limit", "service": "greedy", "pointer": "/HostConfig/Memory", "wish": {"atMost": 16777216, "atLeast": 1}},
                {"kind": "way-out", "name": "shut in", "service": "before", "open": false},
                {"kind": "health", "name": "broken", "service": "well", "is": "unhealthy", "after": ["rm", "/tmp/well"], "withinSeconds": 10},
                {"kind": "health", "name": "not waited for", "service": "content", "is": "unhealthy", "after": ["true"], "withinSeconds": 300},
                {"kind": "ends", "name": "nor that", "service": "over", "exitCode": 0, "outOfMemory": false, "withinSeconds": 300},
                {"kind": "started-after", "name": "no order", "service": "after", "other": "before"}""");
        assertThat(report.failed())
                .as("%s", report.checks())
                .containsExactly(
                        "only pretends",
                        "not in order",
                        "no check",
                        "ends",
                        "shut in",
                        "not waited for",
                        "nor that",
                        "no order");
        assertThat(report.checks().stream().mapToDouble(Result::seconds).sum())
                .as("what is decided is not waited for: %s", report.checks())
                .isLessThan(300);
        assertThat(report.checks())
                .extracting(Result::observed)
                .contains(
                        "before is running, without a health check",
                        "pretends ended with exit code 137",
                        "greedy ended with exit code 137, killed (out of memory)",
                        "before is running",
                        "before has a route out of its networks",
                        "well is unhealthy",
                        "content is healthy; its last probe: exit code 0: fine",
                        "over ended with exit code 1",
                        "before has no health check, and had not ended well");
    }

    @Test
    void files_of_a_project_that_resolve_and_are_refused() {
        TestEngine.isNeeded();
        file("compose.yaml", """
                services:
                  one:
                    image: none
                    environment: {YEAR: "${YEAR:-2013}", TOKEN: "${TOKEN:?write it to .env}"}
                """);
        file(".env", "TOKEN=of-the-file\n");
        var report = check("""
                {"kind": "resolves", "name": "default", "variables": {}, "pointer": "/services/one/environment/YEAR", "wish": {"is": "2013"}},
                {"kind": "resolves", "name": "given", "variables": {"YEAR": "2014"}, "pointer": "/services/one/environment/YEAR", "wish": {"is": "2014"}},
                {"kind": "resolves", "name": "other", "variables": {"YEAR": "2014"}, "pointer": "/services/one/environment/YEAR", "wish": {"is": "2013"}},
                {"kind": "resolves", "name": "unresolved", "variables": {"TOKEN": ""}, "pointer": "/services/two", "wish": {"is": ""}},
                {"kind": "refuses", "name": "refused", "variables": {"TOKEN": ""}, "text": "write it to .env"},
                {"kind": "refuses", "name": "other words", "variables": {"TOKEN": ""}, "text": "YEAR"},
                {"kind": "refuses", "name": "not refused", "variables": {}, "text": ""}""");
        assertThat(report.failed()).containsExactly("other", "unresolved", "other words", "not refused");
        assertThat(report.checks())
                .extracting(Result::observed)
                .contains(
                        "/services/one/environment/YEAR is 2014 with YEAR=2014", "docker compose config: exit code 0");
    }
}
