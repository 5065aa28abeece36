package dev.datastack.cli.course.grade;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Collects results while the project is looked at. */
final class Scorebook {
    /** They speak of all four services, or of Airflow and pgAdmin: what is good of the others alone is not enough. */
    private static final Set<Rule> OF_THE_WHOLE = Set.of(
            Rule.IMAGES_OWN,
            Rule.IMAGES_STAGES,
            Rule.COMPOSE_PAGES,
            Rule.HEALTH_CHECKS,
            Rule.HEALTH_HEALTHY,
            Rule.HEALTH_HONEST,
            Rule.README_DOORS);

    private final Map<Rule, Result> results = new EnumMap<>(Rule.class);
    private String blocked = "the grading was broken off";
    private List<Role> absent = List.of();

    /** Without a fault the rule is met; {@code seen} says what was looked at. */
    void judge(Rule rule, List<String> faults, String seen) {
        results.put(
                rule,
                faults.isEmpty()
                        ? new Result(rule, Outcome.MET, seen)
                        : new Result(rule, Outcome.NOT_MET, String.join("; ", faults)));
    }

    void notJudged(Rule rule, String why) {
        results.put(rule, new Result(rule, Outcome.NOT_JUDGED, why));
    }

    /** The project is without these services. */
    void lacks(List<Role> roles) {
        absent = List.copyOf(roles);
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
                .map(this::ofTheWhole)
                .toList();
    }

    private Result ofTheWhole(Result result) {
        if (absent.isEmpty() || result.outcome() != Outcome.MET || !OF_THE_WHOLE.contains(result.rule())) {
            return result;
        }
        var titles = absent.stream().map(Role::title).toList();
        return new Result(
                result.rule(), Outcome.NOT_MET, "what there is, is not enough without " + String.join(" and ", titles));
    }
}
