package dev.datastack.cli.grade;

import java.util.List;

/** All that was judged. Only a project that meets every rule passes, unless the pass mark is lower. */
public record Grade(String project, List<Found> services, List<Result> results, int passMark) {
    /** Which service was taken for what, and by what it was found. */
    public record Found(Role role, String service, String by) {}

    public int score() {
        return results.stream().mapToInt(Result::points).sum();
    }

    public boolean passed() {
        return score() >= passMark;
    }

    public List<Result> of(Deliverable deliverable) {
        return results.stream()
                .filter(result -> result.rule().deliverable() == deliverable)
                .toList();
    }
}
