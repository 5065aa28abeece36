package dev.datastack.cli.course.report;

import dev.datastack.cli.course.Exercise;
import dev.datastack.cli.course.Progress;
import dev.datastack.cli.course.Progress.Mark;
import dev.datastack.cli.course.Tries;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** One learner at one exercise. {@code tries} counts those that failed; {@code failing} is what fails now. */
public record Place(
        String number,
        String title,
        State state,
        boolean current,
        int tries,
        int hints,
        Optional<Instant> passed,
        List<Failing> failing) {
    /** A check that failed at the last look, how often it did, and what it said. */
    public record Failing(String check, int times, String observed) {}

    static Place of(Exercise exercise, Progress progress) {
        var mark = progress.mark(exercise);
        var failing = mark.filter(found -> found.passed() == null)
                .flatMap(found -> Optional.ofNullable(found.tries()))
                .map(tries -> failing(exercise, tries))
                .orElse(List.of());
        return new Place(
                exercise.number(),
                exercise.title(),
                state(mark, failing),
                progress.isCurrent(exercise),
                mark.flatMap(found -> Optional.ofNullable(found.tries()))
                        .map(Tries::count)
                        .orElse(0),
                // An edited file may say anything; there are no more to be read.
                Math.min(mark.map(Mark::hints).orElse(0), exercise.hints().size()),
                mark.flatMap(found -> Optional.ofNullable(found.passed())),
                failing);
    }

    private static State state(Optional<Mark> mark, List<Failing> failing) {
        if (mark.isEmpty()) {
            return State.OPEN;
        }
        if (mark.get().passed() != null) {
            return State.PASSED;
        }
        return failing.isEmpty() ? State.STARTED : State.FAILING;
    }

    private static List<Failing> failing(Exercise exercise, Tries tries) {
        return exercise.checks().stream()
                .filter(check -> tries.failsNow(check.name()))
                .flatMap(check -> Optional.ofNullable(tries.failed().get(check.name())).stream()
                        .map(failure -> new Failing(
                                check.name(), failure.times(), Words.of(failure.observed(), Words.OBSERVED))))
                .toList();
    }
}
