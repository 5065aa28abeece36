package dev.datastack.cli.course.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.datastack.cli.FakeScreen;
import dev.datastack.cli.Xml;
import dev.datastack.cli.command.Cli;
import dev.datastack.cli.course.CourseFixture;
import dev.datastack.cli.course.grade.Rule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

@DisplayNameGeneration(ReplaceUnderscores.class)
class CourseReportCommandTest {
    private static final String STUCK = """
            {"format": 2, "current": "01-boxes/1-open", "marks": {"01-boxes/1-open":
              {"started": "2025-12-31T09:00:00Z", "passed": null, "hints": 1, "tries": {"count": 3,
               "last": "2025-12-31T10:00:00Z", "failed": {"It is shut":
                 {"times": 3, "last": "2025-12-31T10:00:00Z", "observed": "/lid is not in the <image>"}}}}}}
            """;

    @TempDir
    private Path root;

    @SuppressWarnings("NullAway.Init")
    private Cli cli;

    @BeforeEach
    void a_course() {
        cli = new Cli(CourseFixture.in(root));
    }

    private Path submissions() {
        return root.resolve("submissions");
    }

    private String page(String name) throws IOException {
        return Files.readString(root.resolve("target/course").resolve(name));
    }

    @Test
    void a_learner_gets_a_page_of_their_own() throws IOException {
        CourseFixture.write(root.resolve("course/progress.json"), STUCK);
        assertThat(cli.run("course", "report")).isZero();
        assertThat(cli.out()).contains("report    file:", "target/course/report.html");
        assertThat(Xml.texts(Xml.parse(page("report.html")), "h2"))
                .containsExactly(
                        "1 exercise waits for a repair", "The exercises", "The capstone has no grade here yet");
        assertThat(page("report.html"))
                .contains("You are at exercise 1.1, An open box.", "3 failed tries; this check fails:")
                .contains("/lid is not in the &lt;image&gt;", "./stack course hint 1.1");
    }

    @Test
    void a_failing_check_of_today_is_on_the_page() throws IOException {
        CourseFixture.boxStaysOpen(cli.docker);
        cli.run("course", "start", "1.1");
        assertThat(cli.run("course", "check")).isEqualTo(1);
        assertThat(cli.run("course", "report")).isZero();
        assertThat(page("report.html"))
                .contains("1 failed try; this check fails:", "It is shut", "/lid is not in the image");
    }

    @Test
    void a_grade_beside_the_progress_is_on_the_page() throws IOException {
        SampleClass.write(root.resolve("course/grade.json"), SampleGrades.json("mine", List.of(Rule.HEALTH_HONEST)));
        assertThat(cli.run("course", "report")).isZero();
        assertThat(page("report.html")).contains("The capstone has 94 of 100 points", "while its database is stopped");
        CourseFixture.write(root.resolve("course/grade.json"), "{");
        assertThat(cli.run("course", "report")).isEqualTo(1);
        assertThat(cli.err()).contains("A submission cannot be read: it is no JSON", "make it anew");
    }

    @Test
    void without_anything_there_is_nothing_to_report() throws IOException {
        assertThat(cli.run("course", "report")).isEqualTo(1);
        assertThat(cli.err()).contains("There is nothing to report", "./stack course start");
        Files.createDirectories(submissions().resolve("ann"));
        assertThat(cli.run("course", "report", submissions().toString())).isEqualTo(1);
        assertThat(cli.err()).contains("no learner's progress and no grade was found", "NAME.json");
    }

    @Test
    void a_class_gets_a_page_and_a_bad_file_is_said_and_is_a_no() throws IOException {
        CourseFixture.write(submissions().resolve("ann.json"), STUCK);
        assertThat(cli.run("course", "report", submissions().toString())).isZero();
        assertThat(cli.err()).isEmpty();
        CourseFixture.write(submissions().resolve("bob.json"), "{ half");
        assertThat(cli.run("course", "report", submissions().toString())).isEqualTo(1);
        assertThat(cli.err())
                .contains(
                        "A submission cannot be read:",
                        "submissions/bob.json: it is no JSON",
                        "ask for the file again");
        assertThat(page("class.html")).contains("ann", "bob", "1 file is not in this report");
    }

    @Test
    void json_has_the_same_and_makes_no_page_unless_asked() {
        CourseFixture.write(submissions().resolve("ann.json"), STUCK);
        assertThat(cli.run("course", "report", "--json", submissions().toString()))
                .isZero();
        var json = JsonMapper.shared().readTree(cli.out());
        assertThat(json.at("/learners/0/places/0/state").asString()).isEqualTo("failing");
        assertThat(json.at("/checks/0/failingNow").asInt()).isEqualTo(1);
        assertThat(root.resolve("target")).doesNotExist();
        cli.screen = FakeScreen.pipe();
        var out = root.resolve("deep/er/page.html");
        assertThat(cli.run("course", "report", "--json", submissions().toString(), "--output", out.toString()))
                .isZero();
        assertThat(out).exists();
        assertThat(JsonMapper.shared().readTree(cli.out()).path("learners").size())
                .isEqualTo(1);
    }

    @Test
    void nothing_is_started_and_no_engine_is_asked() {
        CourseFixture.write(submissions().resolve("ann.json"), STUCK);
        cli.run("course", "report", submissions().toString());
        assertThat(cli.docker.calls()).isEmpty();
    }

    @Test
    void what_makes_no_sense_is_a_usage_error() {
        assertThat(cli.run("course", "report", root.resolve("none").toString())).isEqualTo(2);
        assertThat(cli.err()).contains("There is no folder");
        CourseFixture.write(root.resolve("course/progress.json"), STUCK);
        assertThat(cli.run("course", "report", root.toString())).isEqualTo(2);
        assertThat(cli.err()).contains("it is one learner's own folder");
        CourseFixture.write(submissions().resolve("ann.json"), STUCK);
        assertThat(cli.run("course", "report", "--folder", "x", submissions().toString()))
                .isEqualTo(2);
        assertThat(cli.run("course", "report", "--json", "--open")).isEqualTo(2);
    }

    @Test
    void a_page_that_cannot_be_written_is_said() {
        CourseFixture.write(root.resolve("course/progress.json"), STUCK);
        CourseFixture.write(root.resolve("file"), "in the way");
        assertThat(cli.run(
                        "course",
                        "report",
                        "--output",
                        root.resolve("file/page.html").toString()))
                .isEqualTo(1);
        assertThat(cli.err()).contains("The report cannot be written", "--output");
    }

    @Test
    void commands_of_the_help_can_be_typed() {
        cli.run("course", "report", "--help");
        assertThat(cli.out().lines())
                .contains("    ./stack course grade \"$dir\" --json > \"grades/$(basename \"$dir\").json\"")
                .contains("  ./stack course report submissions grades --open")
                .contains("  ./stack course grade DIR --json > course/grade.json");
    }
}
