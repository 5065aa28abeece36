package dev.datastack.acceptance.grade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.datastack.acceptance.stack.Gradings;
import dev.datastack.acceptance.stack.NeedsEngine;
import dev.datastack.acceptance.stack.Repository;
import dev.datastack.acceptance.stack.Shell;
import dev.datastack.cli.process.Finished;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@NeedsEngine
class CourseGradeIT {
    private static final Path PROJECTS = Path.of("src/test/resources/capstone");

    private final ExecutorService pool = Executors.newFixedThreadPool(2);

    @TempDir
    private Path folder;

    @AfterEach
    void a_grading_leaves_nothing() {
        pool.shutdownNow();
        Gradings.assertNothingIsLeft();
    }

    @Test
    void this_repository_passes() {
        var graded = grade(Repository.root(), "--json");
        assertThat(graded.exitCode()).as(Shell.told(graded)).isZero();
        assertThat(json(graded).path("score").asInt()).isEqualTo(100);
        assertThat(rules(graded, "not judged")).isEmpty();
    }

    /** A project of the test's own. The score is 100 without the points of the flaws. */
    private record Flawed(String project, int score, String flaws) {}

    /** What one service lacks counts in each rule that is of all four. */
    private static final List<Flawed> FLAWED = List.of(
            // 100 - 8 - 4 - 4 - 3 - 2
            new Flawed("bloated", 79, "images.stages images.secrets images.user compose.secrets compose.ports"),
            // 100 - 2 - 8 - 6 - 8 - 12
            new Flawed("forgetful", 64, "compose.order health.checks health.honest volumes.named volumes.rows"),
            // Without pgAdmin: 100 - 5 - 8 of the images, - 7 - 4 - 5 of the services, - 20 of health and - 10 of the
            // README
            new Flawed(
                    "unfinished",
                    41,
                    "images.own images.stages compose.services compose.runs compose.pages health.checks health.healthy"
                            + " health.honest readme.there readme.start readme.doors"),
            // Without Airflow and pgAdmin: 100 - 5 - 8 - 4 of the images, - 7 - 5 of the services, - 20 of health, - 4
            // - 3
            new Flawed(
                    "pretended",
                    44,
                    "images.own images.stages images.secrets compose.services compose.pages health.checks"
                            + " health.healthy health.honest readme.start readme.doors"),
            // 100 - 6 - 8 - 12
            new Flawed("borrowed", 74, "health.honest volumes.named volumes.rows"));

    /** Two at a time: much of a grading is waiting. */
    @TestFactory
    Stream<DynamicTest> a_flawed_project_fails_for_its_flaws_and_nothing_else() {
        var running = FLAWED.stream()
                .map(flawed -> CompletableFuture.supplyAsync(() -> graded(flawed), pool))
                .toList();
        return IntStream.range(0, FLAWED.size())
                .mapToObj(i -> dynamicTest(
                        FLAWED.get(i).project(),
                        () -> isRight(FLAWED.get(i), running.get(i).join())));
    }

    private Finished graded(Flawed flawed) {
        try {
            var project = Files.createDirectory(folder.resolve(flawed.project()));
            lay(PROJECTS.resolve("sound"), project);
            lay(PROJECTS.resolve(flawed.project()), project);
            return grade(project, "--json", "--junit", report(flawed).toString(), "--timeout", "120");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path report(Flawed flawed) {
        return folder.resolve(flawed.project() + ".xml");
    }

    private void isRight(Flawed flawed, Finished graded) throws IOException {
        var flaws = flawed.flaws().split(" ");
        assertThat(graded.exitCode()).as(Shell.told(graded)).isEqualTo(1);
        assertThat(rules(graded, "not met")).as(Shell.told(graded)).containsExactlyInAnyOrder(flaws);
        assertThat(rules(graded, "not judged")).isEmpty();
        assertThat(json(graded).path("score").asInt()).isEqualTo(flawed.score());
        assertThat(graded.outText()).as("a secret is named, not shown").doesNotContain("letmein");
        assertThat(Files.readString(report(flawed))).contains("failures=\"" + flaws.length + "\"");
    }

    private Finished grade(Path project, String... options) {
        var prefix = Repository.setting("BASE_PREFIX").orElse("");
        return Shell.in(Repository.root())
                .with(Map.of("BASE_PREFIX", prefix))
                .within(Duration.ofMinutes(20))
                .run(Shell.words("./stack course grade " + project, options));
    }

    private static JsonNode json(Finished graded) {
        return JsonMapper.shared().readTree(graded.outText());
    }

    private static List<String> rules(Finished graded, String outcome) {
        return StreamSupport.stream(json(graded).path("rules").spliterator(), false)
                .filter(rule -> rule.path("outcome").asString().equals(outcome))
                .map(rule -> rule.path("id").asString())
                .toList();
    }

    private static void lay(Path files, Path project) throws IOException {
        try (var all = Files.list(files)) {
            for (var file : all.toList()) {
                Files.copy(file, project.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }
}
