package dev.datastack.cli.course.grade;

import dev.datastack.cli.terminal.Style;
import dev.datastack.cli.terminal.Terminal;

/** The grade for a reader: each deliverable with its rules, and what was seen. */
public final class GradeText {
    private final Terminal terminal;

    public GradeText(Terminal terminal) {
        this.terminal = terminal;
    }

    public void print(Grade grade) {
        for (var deliverable : Deliverable.values()) {
            var results = grade.of(deliverable);
            int points = results.stream().mapToInt(Result::points).sum();
            int all =
                    results.stream().mapToInt(result -> result.rule().points()).sum();
            terminal.say("");
            terminal.say(deliverable.title() + ": " + points + " of " + all);
            results.forEach(this::print);
        }
        terminal.say("");
        var verdict = grade.score() + " of " + Rule.allPoints() + " points: "
                + (grade.passed() ? "passed" : "not passed") + " (" + bar(grade) + ").";
        terminal.say(terminal.paint(grade.passed() ? Style.GOOD : Style.BAD, verdict));
        terminal.say("The rules, and how they are checked: docs/capstone/rules.md");
    }

    private static String bar(Grade grade) {
        var mark = "the pass mark is " + grade.passMark();
        return grade.score() >= grade.passMark() && !grade.isWhole()
                ? mark + ", and one of the four services is missing"
                : mark;
    }

    private void print(Result result) {
        var rule = result.rule();
        var outcome = "%-10s".formatted(result.outcome().words());
        terminal.say("  %-16s %s %2d  %s"
                .formatted(
                        rule.id(), terminal.paint(style(result.outcome()), outcome), result.points(), result.reason()));
    }

    private static Style style(Outcome outcome) {
        return switch (outcome) {
            case MET -> Style.GOOD;
            case NOT_MET -> Style.BAD;
            case NOT_JUDGED -> Style.QUIET;
        };
    }
}
