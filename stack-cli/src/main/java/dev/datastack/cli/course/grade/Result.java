package dev.datastack.cli.course.grade;

import dev.datastack.cli.terminal.Printable;

/** One rule, how it was judged, and what was seen. What comes from the project may have anything in it. */
public record Result(Rule rule, Outcome outcome, String reason) {
    private static final int LONGEST = 600;

    public Result {
        var shown = Printable.of(reason);
        // Counted in characters, so that none is cut in half.
        reason = shown.codePointCount(0, shown.length()) <= LONGEST
                ? shown
                : shown.substring(0, shown.offsetByCodePoints(0, LONGEST)) + "…";
    }

    public int points() {
        return outcome == Outcome.MET ? rule.points() : 0;
    }
}
