package dev.datastack.cli.course;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.datastack.cli.course.Result.Outcome;
import dev.datastack.cli.problem.StackException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ProgressFileTest {
    private static final Instant MONDAY = Instant.parse("2026-01-05T09:00:00Z");
    private static final Instant TUESDAY = Instant.parse("2026-01-06T09:00:00.123456789Z");

    @TempDir
    private Path root;

    @SuppressWarnings("NullAway.Init")
    private Exercise exercise;

    @BeforeEach
    void a_course() {
        var manifest = Manifest.read(CourseFixture.in(root).resolve("docs/exercises/exercises.json"));
        exercise = manifest.exercises().get(0);
    }

    private ProgressFile file() {
        return new ProgressFile(root.resolve("course/progress.json"));
    }

    private void holds(String json) {
        CourseFixture.write(root.resolve("course/progress.json"), json);
    }

    private Progress.Mark markAfter(Progress progress) {
        file().write(progress);
        return file().read().mark(exercise).orElseThrow();
    }

    private Report report(String observed, String... evidence) {
        return Report.of(
                exercise,
                List.of(
                        new Result("It builds", Outcome.PASSED, "", "", List.of(), 1),
                        new Result("It is shut", Outcome.FAILED, observed, "a lid", List.of(evidence), 1)));
    }

    @Test
    void what_failed_is_kept_with_how_often_and_what_it_said_last() {
        var progress = Progress.NONE
                .starting(exercise, MONDAY)
                .failing(exercise, report("no lid"), MONDAY)
                .failing(exercise, report("the build ended with 1", "first", "ERROR: no such file"), TUESDAY);
        var tries = Objects.requireNonNull(markAfter(progress).tries());
        assertThat(tries.count()).isEqualTo(2);
        assertThat(tries.failed()).containsOnlyKeys("It is shut");
        assertThat(tries.failed().get("It is shut"))
                .isEqualTo(new Tries.Failure(2, TUESDAY, "the build ended with 1: ERROR: no such file"));
        assertThat(tries.failsNow("It is shut")).isTrue();
        assertThat(tries.failsNow("It builds")).isFalse();
    }

    @Test
    void a_pass_keeps_what_led_to_it_and_failing_after_it_is_no_trouble() {
        var progress = Progress.NONE
                .failing(exercise, report("no lid"), MONDAY)
                .passing(exercise, TUESDAY)
                .failing(exercise, report("tried out"), TUESDAY);
        var mark = markAfter(progress);
        assertThat(mark.passed()).isEqualTo(TUESDAY);
        assertThat(Objects.requireNonNull(mark.tries()).failed().get("It is shut"))
                .isEqualTo(new Tries.Failure(1, MONDAY, "no lid"));
    }

    @Test
    void a_long_message_is_cut_between_characters() {
        var tries = Tries.first(report("\ud83d\udce6".repeat(400)), MONDAY);
        assertThat(Objects.requireNonNull(tries.failed().get("It is shut")).observed())
                .endsWith("\ud83d\udce6…")
                .hasSize(601);
    }

    @Test
    void a_file_of_before_the_tries_were_kept_is_read_and_gets_them() {
        holds("""
                {"current": "01-boxes/1-open", "marks": {"01-boxes/1-open":
                  {"started": "2026-01-05T09:00:00Z", "passed": null, "hints": 1}}}
                """);
        var old = file().read();
        assertThat(old.mark(exercise)).contains(new Progress.Mark(MONDAY, null, 1, null));
        var mark = markAfter(old.failing(exercise, report("no lid"), TUESDAY));
        assertThat(mark.started()).isEqualTo(MONDAY);
        assertThat(mark.hints()).isEqualTo(1);
        assertThat(mark.tries()).isNotNull();
    }

    @Test
    void a_file_of_a_newer_version_is_neither_read_nor_overwritten() throws Exception {
        holds("{\"format\": 3, \"marks\": {}}");
        assertThatThrownBy(() -> file().read())
                .isInstanceOfSatisfying(
                        StackException.class,
                        thrown -> assertThat(thrown.next()).contains("git pull"))
                .hasMessageContaining("format 3 of a newer version");
        assertThat(Files.readString(root.resolve("course/progress.json"))).contains("3");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "null",
                "{\"marks\": []}",
                "{\"marks\": {\"a\": null}}",
                "{\"marks\": {\"a\": 1}}",
                "{\"marks\": {\"a\": {\"hints\": 1}}}",
                "{\"marks\": {\"a\": {\"started\": \"+999999999-01-01T00:00:00Z\", \"hints\": 1}}}",
                "{\"marks\": {\"a\": {\"started\": \"2026-01-05T09:00:00Z\", \"hints\": 1, \"tries\": {\"count\": 1}}}}"
            })
    void what_is_no_progress_is_said_to_be_unreadable(String json) {
        holds(json);
        assertThatThrownBy(() -> file().read())
                .isInstanceOf(StackException.class)
                .hasMessageContaining("your progress cannot be read");
    }
}
