package dev.datastack.cli.grade;

/** One rule, how it was judged, and what was seen. */
public record Result(Rule rule, Outcome outcome, String reason) {
    public int points() {
        return outcome == Outcome.MET ? rule.points() : 0;
    }
}
