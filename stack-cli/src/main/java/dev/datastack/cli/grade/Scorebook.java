package dev.datastack.cli.grade;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Collects results while the project is looked at. */
final class Scorebook {
    private final Map<Rule, Result> results = new EnumMap<>(Rule.class);
    private String blocked = "the grading was broken off";

    /** Without a fault the rule is met; {@code seen} says what was looked at. */
    void judge(Rule rule, List<String> faults, String seen) {
        results.put(
                rule,
                faults.isEmpty()
                        ? new Result(rule, Outcome.MET, seen)
                        : new Result(rule, Outcome.NOT_MET, String.join("; ", faults)));
    }

    void leave(Rule rule, String why) {
        results.put(rule, new Result(rule, Outcome.NOT_JUDGED, why));
    }

    /** From here on nothing more can be looked at. */
    void stopsAt(String why) {
        blocked = why;
    }

    boolean isBroken(Rule rule) {
        var result = results.get(rule);
        return result != null && result.outcome() == Outcome.NOT_MET;
    }

    List<Result> all() {
        return Stream.of(Rule.values())
                .map(rule -> results.getOrDefault(rule, new Result(rule, Outcome.NOT_JUDGED, blocked)))
                .toList();
    }
}
