package dev.datastack.acceptance.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.datastack.acceptance.stack.NeedsEngine;
import dev.datastack.acceptance.stack.Repository;
import dev.datastack.acceptance.stack.Shell;
import dev.datastack.cli.course.grade.Grader;
import dev.datastack.cli.host.WallTime;
import dev.datastack.cli.sandbox.Bounds;
import dev.datastack.cli.sandbox.Reading;
import dev.datastack.cli.sandbox.Sandbox;
import dev.datastack.cli.sandbox.SandboxHost;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Made-up submissions by the hundred: each has a verdict, and it is the one that its making foretells. Those of the seed are
 * the same everywhere.
 */
@NeedsEngine
class SubmissionsIT {
    private static final System.Logger LOG = System.getLogger("submissions");
    private static final long SEED = 15;

    @TempDir
    private Path folder;

    private final TreeMap<String, Integer> counts = new TreeMap<>();

    @Test
    @Timeout(600)
    void a_few_submissions_get_their_verdict_and_reach_nobody() throws IOException {
        judge(60, 2);
    }

    @Test
    @Tag("long")
    @Timeout(4 * 3600)
    void thousands_of_submissions_get_their_verdict_and_reach_nobody() throws IOException {
        judge(2_000, 100);
    }

    private void judge(int all, int run) throws IOException {
        var random = new Random(SEED);
        var host = host();
        try (var neighbour = new Neighbour(folder.resolve("neighbour"))) {
            var before = neighbour.state();
            int harmless = 0;
            for (int i = 0; i < all; i++) {
                var submission = Submission.of(random, neighbour.folder().toString());
                var project = lay(submission, neighbour.folder(), random, i);
                var reading = read(host, project, i);
                count(reading.getClass().getSimpleName());
                if (submission.isHarmless()) {
                    assertThat(reading).as("%s", submission).isInstanceOf(Reading.Accepted.class);
                    harmless++;
                    if (harmless <= run) {
                        assertThat(grade(host, project)).as("%s", submission).hasSizeGreaterThan(10);
                        count("run");
                    }
                } else {
                    assertThat(reading).as("%s", submission).isNotInstanceOf(Reading.Accepted.class);
                }
            }
            assertThat(neighbour.state()).isEqualTo(before);
        }
        LOG.log(Level.INFO, "{0} submissions: {1}", all, counts);
        assertThat(counts.get("run")).isEqualTo(run);
    }

    private void count(String what) {
        counts.merge(what, 1, Integer::sum);
    }

    private static SandboxHost host() {
        return new SandboxHost(
                Shell.runner(),
                System.getenv(),
                new WallTime(InstantSource.system()),
                action -> () -> {},
                Repository.setting("BASE_PREFIX").orElse(""),
                Bounds.USUAL);
    }

    /** Its verdict before anything is built. */
    private Reading read(SandboxHost host, Path project, int number) {
        var left = new ArrayList<String>();
        Reading reading;
        try (var sandbox = new Sandbox(host, "submission-" + number, folder.resolve("sandbox"), left::add)) {
            sandbox.take(project);
            reading = sandbox.read();
        }
        assertThat(left).isEmpty();
        assertThat(folder.resolve("sandbox")).doesNotExist();
        return reading;
    }

    /** The whole way: built, started, looked at, removed. */
    private static List<String> grade(SandboxHost host, Path project) {
        var left = new ArrayList<String>();
        var grade = new Grader(
                        host,
                        step -> {
                            if (step.startsWith("not removed")) {
                                left.add(step);
                            }
                        },
                        Duration.ofSeconds(5))
                .grade(project, 100);
        assertThat(left).isEmpty();
        return grade.results().stream()
                .map(result -> result.rule().id() + ": " + result.reason())
                .toList();
    }

    /** With odd files beside it, of which none is needed. */
    private Path lay(Submission submission, Path neighbour, Random random, int number) throws IOException {
        var project = Files.createDirectories(folder.resolve("project-" + number));
        Files.writeString(project.resolve("docker-compose.yml"), submission.composeFile());
        Files.writeString(project.resolve("common.yaml"), submission.commonFile());
        Files.writeString(project.resolve("Dockerfile"), "FROM scratch\nCOPY secret /\n");
        Files.writeString(project.resolve("secret"), "inner");
        Files.createDirectories(project.resolve("data"));
        Files.createSymbolicLink(project.resolve("out"), neighbour);
        Files.createSymbolicLink(project.resolve("inside"), Path.of("data"));
        if (random.nextInt(3) == 0) {
            Shell.in(project).output("mkfifo", "pipe\u001b[31m");
        }
        if (random.nextInt(3) == 0) {
            Files.createSymbolicLink(project.resolve("data/loop"), Path.of("../data/loop"));
        }
        if (random.nextInt(3) == 0) {
            Files.writeString(
                    Files.createDirectories(project.resolve("d/".repeat(60))).resolve("deep\nfile"), "");
        }
        return project;
    }
}
