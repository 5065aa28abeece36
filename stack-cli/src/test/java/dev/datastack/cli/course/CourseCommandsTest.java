package dev.datastack.cli.course;

import static org.assertj.core.api.Assertions.assertThat;

import dev.datastack.cli.FakeRunner;
import dev.datastack.cli.FakeScreen;
import dev.datastack.cli.command.Cli;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

@DisplayNameGeneration(ReplaceUnderscores.class)
class CourseCommandsTest {
    @TempDir
    private Path root;

    @SuppressWarnings("NullAway.Init")
    private Cli cli;

    @BeforeEach
    void a_course_and_an_engine_where_the_box_stays_open() {
        cli = new Cli(CourseFixture.in(root));
        CourseFixture.boxStaysOpen(cli.docker);
    }

    private Path work() {
        return root.resolve("course/01-boxes/1-open");
    }

    @Test
    void list_shows_what_is_open_and_what_comes_next() {
        assertThat(cli.run("course", "list")).isZero();
        assertThat(cli.out()).contains("1 Boxes", "1.1   not started  An open box", "0 of 2 passed.");
        assertThat(cli.out()).contains("Next: ./stack course start 1.1");
    }

    @Test
    void start_copies_the_next_exercise_and_says_where_the_task_is() {
        assertThat(cli.run("course", "start")).isZero();
        assertThat(work().resolve("Dockerfile")).hasContent("FROM scratch");
        assertThat(cli.out()).contains("docs/exercises/01-boxes/README.md", "course/01-boxes/1-open");
    }

    @Test
    void start_never_overwrites() throws Exception {
        cli.run("course", "start", "1.1");
        Files.writeString(work().resolve("Dockerfile"), "FROM mine\n");
        assertThat(cli.run("course", "start", "1.1")).isZero();
        assertThat(work().resolve("Dockerfile")).hasContent("FROM mine");
        assertThat(cli.out()).contains("kept as they are");
    }

    @Test
    void a_failing_check_says_what_was_observed_and_what_was_expected() {
        cli.run("course", "start", "1.1");
        assertThat(cli.run("course", "check")).isEqualTo(1);
        assertThat(cli.out())
                .containsSubsequence(
                        "passed  It builds",
                        "failed  It is shut",
                        "observed: /lid is not in the image",
                        "expected: /lid is in the image",
                        "For a hint, run ./stack course hint 1.1");
    }

    @Test
    void a_failing_build_shows_its_last_lines_and_skips_what_needs_it() {
        cli.run("course", "start", "1.1");
        cli.docker.fails("docker build", 1, "ERROR: no such file");
        assertThat(cli.run("course", "check")).isEqualTo(1);
        assertThat(cli.out()).containsSubsequence("failed  It builds", "| ERROR: no such file", "skipped It is shut");
        assertThat(cli.out()).containsOnlyOnce("observed:");
    }

    @Test
    void a_pass_is_remembered_and_opens_the_solution() {
        cli.run("course", "start", "1.1");
        cli.docker.says("docker cp", "");
        assertThat(cli.run("course", "check", "1.1")).isZero();
        assertThat(cli.out()).contains("Passed.", "Next: ./stack course start 1.2");
        assertThat(cli.run("course", "solution")).isZero();
        assertThat(cli.out()).contains("COPY . .", "diff -ru course/01-boxes/1-open docs/solutions/01-boxes/1-open");
        assertThat(cli.out()).contains("As shipped: box.txt").doesNotContain("what is in the box");
        assertThat(cli.run("course", "list")).isZero();
        assertThat(cli.out()).contains("1.1   passed       An open box   <- you are here", "1 of 2 passed.");
    }

    @Test
    void check_json_is_json_and_nothing_else() {
        cli.run("course", "start", "1.1");
        cli.screen = FakeScreen.pipe();
        assertThat(cli.run("course", "check", "--json")).isEqualTo(1);
        var json = JsonMapper.shared().readTree(cli.out());
        assertThat(json.path("passed").asBoolean()).isFalse();
        assertThat(json.path("checks").path(1).path("outcome").asString()).isEqualTo("FAILED");
    }

    @Test
    void without_a_number_it_is_the_exercise_of_the_folder_that_the_shell_is_in() {
        cli.run("course", "start", "1.1");
        cli.run("course", "start", "1.2");
        cli.environment = Map.of("PWD", work().toString());
        assertThat(cli.run("course", "check")).isEqualTo(1);
        assertThat(cli.out()).contains("1.1 An open box").doesNotContain("1.2 A full box\n  (waits");
        cli.environment = Map.of("PWD", root.toString());
        cli.run("course", "start", "1.2");
        cli.run("course", "hint");
        assertThat(cli.out()).contains("Hint 1 of 1: fill it");
    }

    @Test
    void the_solution_is_for_who_has_passed() {
        cli.run("course", "start", "1.1");
        assertThat(cli.run("course", "solution")).isEqualTo(1);
        assertThat(cli.err()).contains("The exercise has not passed yet: 1.1", "./stack course hint 1.1");
    }

    @Test
    void hints_come_one_at_a_time_and_are_remembered() {
        cli.run("course", "start", "1.1");
        cli.run("course", "hint");
        cli.run("course", "hint");
        cli.run("course", "hint");
        assertThat(cli.out()).containsSubsequence("Hint 1 of 2: look", "Hint 2 of 2: push", "Hint 2 of 2: push");
        cli.run("course", "hint", "--again");
        assertThat(cli.out()).contains("- look\n- push");
    }

    @Test
    void a_hint_of_an_earlier_exercise_does_not_lead_back_there() {
        cli.run("course", "start", "1.1");
        cli.run("course", "start", "1.2");
        cli.run("course", "hint", "1.1");
        cli.run("course", "list");
        assertThat(cli.out()).contains("1.2   started      A full box   <- you are here");
    }

    @Test
    void reset_touches_nothing_without_consent() throws Exception {
        cli.run("course", "start", "1.1");
        Files.writeString(work().resolve("Dockerfile"), "FROM mine\n");
        assertThat(cli.run("course", "reset")).isEqualTo(1);
        assertThat(cli.err()).contains("Your confirmation is needed", "./stack course reset 1.1 --yes");
        assertThat(work().resolve("Dockerfile")).hasContent("FROM mine");
    }

    @Test
    void reset_keeps_the_work_in_a_backup() throws Exception {
        cli.run("course", "start", "1.1");
        Files.writeString(work().resolve("Dockerfile"), "FROM mine\n");
        cli.screen = FakeScreen.personWhoSays("y");
        assertThat(cli.run("course", "reset", "1.1")).isZero();
        assertThat(work().resolve("Dockerfile")).hasContent("FROM scratch");
        assertThat(root.resolve("course/.backup/01-boxes/1-open-20260101-000000/Dockerfile"))
                .hasContent("FROM mine");
    }

    @Test
    void an_exercise_that_was_not_started_cannot_be_checked() {
        assertThat(cli.run("course", "check")).isEqualTo(1);
        assertThat(cli.run("course", "check", "1.2")).isEqualTo(1);
        assertThat(cli.err()).contains("The exercise was not started: 1.2", "./stack course start 1.2");
    }

    @Test
    void an_unknown_exercise_is_a_usage_error() {
        assertThat(cli.run("course", "start", "9.9")).isEqualTo(2);
        assertThat(cli.err()).contains("There is no such exercise: '9.9'", "./stack course list");
    }

    @Test
    void a_topics_number_means_its_first_exercise_that_has_not_passed() {
        cli.docker.says("docker cp", "");
        cli.run("course", "start", "1.1");
        cli.run("course", "check");
        cli.run("course", "start", "1");
        assertThat(root.resolve("course/01-boxes/2-full/Dockerfile")).exists();
    }

    @Test
    void progress_that_cannot_be_read_is_said_and_not_overwritten() {
        var file = root.resolve("course/progress.json");
        CourseFixture.write(file, "{ half");
        assertThat(cli.run("course", "list")).isEqualTo(1);
        assertThat(cli.err()).contains("The course cannot be read: your progress", "move that file away");
        assertThat(file).hasContent("{ half");
    }

    @Test
    void work_and_progress_can_be_elsewhere() {
        var elsewhere = root.resolve("elsewhere");
        cli.run("course", "start", "1.1", "--folder", elsewhere.toString());
        assertThat(elsewhere.resolve("01-boxes/1-open/Dockerfile")).exists();
        assertThat(elsewhere.resolve("progress.json")).exists();
        assertThat(root.resolve("course")).doesNotExist();
    }

    @Test
    void verify_says_no_when_an_exercise_passes_as_shipped() {
        cli.docker.says("docker cp", "");
        assertThat(cli.run("course", "verify", "1.1")).isEqualTo(1);
        assertThat(cli.out()).contains("FAULT   1.1", "as shipped these fail: [], and these should: [It is shut]");
    }

    @Test
    void verify_says_no_when_the_solution_fails() {
        assertThat(cli.run("course", "verify", "1.1", "--jobs", "1")).isEqualTo(1);
        assertThat(cli.out()).contains("with the solution these fail: [It is shut]");
    }

    @Test
    void verify_says_yes_when_shipped_fails_and_the_solution_passes() {
        cli.docker.on("docker build", call -> {
            var solution = Folders.text(call.folder().orElseThrow().resolve("Dockerfile"))
                    .orElse("")
                    .contains("COPY");
            return FakeRunner.finished(call, solution ? 0 : 1, "", "");
        });
        assertThat(cli.run("course", "verify", "1.2", "--jobs", "1"))
                .as(cli.out())
                .isZero();
        assertThat(cli.out()).containsPattern("proven  1.2 A full box\n  It is full +shipped +0.0 s +solved +0.0 s");
    }
}
