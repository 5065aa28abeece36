package dev.datastack.cli.course;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/** What was looked at before an exercise passed: how often, when last, and each check that failed, by its name. */
public record Tries(int count, Instant last, Map<String, Failure> failed) {
    /** How often a check failed, and what it said the last time. */
    public record Failure(int times, Instant last, String observed) {}

    /** Longer than any observation of ours; the last lines of a build may be anything. */
    private static final int LONGEST = 300;

    static Tries first(Report report, Instant now) {
        return new Tries(0, now, Map.of()).and(report, now);
    }

    Tries and(Report report, Instant now) {
        var all = new TreeMap<>(failed);
        for (var result : report.checks()) {
            if (result.outcome() == Result.Outcome.FAILED) {
                var before = all.get(result.name());
                all.put(result.name(), new Failure(before == null ? 1 : before.times() + 1, now, words(result)));
            }
        }
        return new Tries(count + 1, now, Map.copyOf(all));
    }

    /** Whether the check failed when the exercise was looked at last. */
    public boolean failsNow(String check) {
        var failure = failed.get(check);
        return failure != null && failure.last().equals(last);
    }

    /** Of a failed build or start the last line says more than its exit code. */
    private static String words(Result result) {
        var evidence = result.evidence();
        var words = result.observed() + (evidence.isEmpty() ? "" : ": " + evidence.get(evidence.size() - 1));
        return words.codePointCount(0, words.length()) <= LONGEST
                ? words
                : words.substring(0, words.offsetByCodePoints(0, LONGEST)) + "…";
    }
}
