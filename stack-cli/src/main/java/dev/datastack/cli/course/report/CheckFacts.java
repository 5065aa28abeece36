package dev.datastack.cli.course.report;

import dev.datastack.cli.course.Exercise;
import dev.datastack.cli.course.Tries;
import dev.datastack.cli.course.Tries.Failure;
import dev.datastack.cli.course.check.Check;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A check that failed: for how many learners it does now, for how many it ever did, how often in all, and what it said last,
 * to whom.
 */
public record CheckFacts(
        String number,
        String title,
        String check,
        int failingNow,
        int learners,
        int times,
        String observed,
        String learner) {
    /** What fails now can be helped with now. */
    private static final Comparator<CheckFacts> HARDEST_FIRST = Comparator.comparing(CheckFacts::failingNow)
            .thenComparing(CheckFacts::learners)
            .thenComparing(CheckFacts::times)
            .reversed();

    private record Case(String learner, Failure failure, boolean now) {
        Instant last() {
            return failure.last();
        }
    }

    static List<CheckFacts> of(List<Exercise> exercises, List<Submission> submissions) {
        return exercises.stream()
                .flatMap(exercise ->
                        exercise.checks().stream().flatMap(check -> of(exercise, check, submissions).stream()))
                .sorted(HARDEST_FIRST)
                .toList();
    }

    private static Optional<CheckFacts> of(Exercise exercise, Check check, List<Submission> submissions) {
        var cases = submissions.stream()
                .flatMap(submission -> cases(exercise, check, submission))
                .toList();
        return cases.stream()
                .max(Comparator.comparing(Case::last))
                .map(last -> new CheckFacts(
                        exercise.number(),
                        exercise.title(),
                        check.name(),
                        (int) cases.stream().filter(Case::now).count(),
                        cases.size(),
                        // Of a file that was edited the numbers may be anything.
                        (int) Math.min(
                                Integer.MAX_VALUE,
                                cases.stream()
                                        .mapToLong(one -> one.failure().times())
                                        .sum()),
                        Words.of(last.failure().observed(), Words.OBSERVED),
                        Words.of(last.learner(), Words.NAME)));
    }

    private static Stream<Case> cases(Exercise exercise, Check check, Submission submission) {
        return submission.progress().flatMap(progress -> progress.mark(exercise)).stream()
                .flatMap(mark -> {
                    Tries tries = mark.tries();
                    if (tries == null || !tries.failed().containsKey(check.name())) {
                        return Stream.empty();
                    }
                    var failure = Objects.requireNonNull(tries.failed().get(check.name()));
                    var now = mark.passed() == null && tries.failsNow(check.name());
                    return Stream.of(new Case(submission.name(), failure, now));
                });
    }
}
