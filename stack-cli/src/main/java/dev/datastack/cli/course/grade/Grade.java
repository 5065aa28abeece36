package dev.datastack.cli.course.grade;

import dev.datastack.cli.terminal.Printable;
import java.util.List;

/** All that was judged. Only a whole project that meets every rule passes, unless the pass mark is lower. */
public record Grade(String project, List<Found> services, List<Result> results, int passMark) {
    /** Which service was taken for what, and by which marks. */
    public record Found(Role role, String service, String by) {
        public Found {
            service = Printable.of(service);
            by = Printable.of(by);
        }
    }

    public Grade {
        project = Printable.of(project);
    }

    public int score() {
        return results.stream().mapToInt(Result::points).sum();
    }

    public boolean passed() {
        return score() >= passMark && isWhole();
    }

    /** Whether all four services are there. A stack without one of them does not pass, however low the mark is. */
    public boolean isWhole() {
        return results.stream()
                .anyMatch(result -> result.rule() == Rule.COMPOSE_SERVICES && result.outcome() == Outcome.MET);
    }

    public List<Result> of(Deliverable deliverable) {
        return results.stream()
                .filter(result -> result.rule().deliverable() == deliverable)
                .toList();
    }
}
