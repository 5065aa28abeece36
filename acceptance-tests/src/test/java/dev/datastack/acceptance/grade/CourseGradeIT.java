package dev.datastack.acceptance.grade;

import static org.assertj.core.api.Assertions.assertThat;

import dev.datastack.acceptance.stack.Gradings;
import dev.datastack.acceptance.stack.NeedsEngine;
import dev.datastack.acceptance.stack.Repository;
import dev.datastack.acceptance.stack.Shell;
import dev.datastack.cli.process.Finished;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@NeedsEngine
class CourseGradeIT {
    private static final Path PROJECTS = Path.of("src/test/resources/capstone");

    @TempDir
    private Path folder;

    @AfterEach
    void a_grading_leaves_nothing() {
        Gradings.assertNothingIsLeft();
    }

    @Test
    void this_repository_passes() {
        var graded = grade(Repository.root(), "--json");
        assertThat(graded.exitCode()).as(Shell.told(graded)).isZero();
        assertThat(json(graded).path("score").asInt()).isEqualTo(100);
        assertThat(rules(graded, "not judged")).isEmpty();
    }

    /** The score is 100 without the points of the flaws. What one service lacks counts in each rule that is of all four. */
    @ParameterizedTest
    @CsvSource({
        // 100 - 8 - 4 - 4 - 3 - 2
        "bloated, 79, images.stages images.secrets images.user compose.secrets compose.ports",
        // 100 - 2 - 8 - 6 - 8 - 12
        "forgetful, 64, compose.order health.checks health.honest volumes.named volumes.rows",
        // Without pgAdmin: 100 - 5 - 8 of the images, - 7 - 4 - 5 of the services, - 20 of health and - 10 of the
        // README
        "unfinished, 41, images.own images.stages compose.services compose.runs compose.pages"
                + " health.checks health.healthy health.honest readme.there readme.start readme.doors",
        // Without Airflow and pgAdmin: 100 - 5 - 8 - 4 of the images, - 7 - 5 of the services, - 20 of health, - 4 - 3
        "pretended, 44, images.own images.stages images.secrets compose.services compose.pages"
                + " health.checks health.healthy health.honest readme.start readme.doors",
        // 100 - 6 - 8 - 12
        "borrowed, 74, health.honest volumes.named volumes.rows"
    })
    void a_flawed_project_fails_for_its_flaws_and_nothing_else(String project, int score, String flaws)
            throws IOException {
        lay(PROJECTS.resolve("sound"));
        lay(PROJECTS.resolve(project));
        var report = folder.resolve("junit.xml");
        var graded = grade(folder, "--json", "--junit", report.toString(), "--timeout", "120");
        assertThat(graded.exitCode()).as(Shell.told(graded)).isEqualTo(1);
        assertThat(rules(graded, "not met")).as(Shell.told(graded)).containsExactlyInAnyOrder(flaws.split(" "));
        assertThat(rules(graded, "not judged")).isEmpty();
        assertThat(json(graded).path("score").asInt()).isEqualTo(score);
        assertThat(graded.outText()).as("a secret is named, not shown").doesNotContain("letmein");
        assertThat(Files.readString(report)).contains("failures=\"" + flaws.split(" ").length + "\"");
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

    private void lay(Path files) throws IOException {
        try (var all = Files.list(files)) {
            for (var file : all.toList()) {
                Files.copy(file, folder.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }
}
