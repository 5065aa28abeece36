package dev.datastack.cli.course;

import dev.datastack.cli.course.Result.Outcome;
import java.util.List;

/** How the checks of one exercise went. */
public record Report(String number, String title, boolean passed, List<Result> checks) {
    static Report of(Exercise exercise, List<Result> results) {
        boolean passed = results.stream().allMatch(result -> result.outcome() == Outcome.PASSED);
        return new Report(exercise.number(), exercise.title(), passed, List.copyOf(results));
    }

    List<String> failed() {
        return checks.stream()
                .filter(result -> result.outcome() == Outcome.FAILED)
                .map(Result::name)
                .toList();
    }

    double seconds() {
        return checks.stream().mapToDouble(Result::seconds).sum();
    }
}
