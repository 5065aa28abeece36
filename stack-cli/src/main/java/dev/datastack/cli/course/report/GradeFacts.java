package dev.datastack.cli.course.report;

import dev.datastack.cli.course.report.GradeSheet.Judged;
import dev.datastack.cli.course.report.Submission.Graded;
import java.util.LinkedHashMap;
import java.util.List;

/** A grade: points for each part of the project, and why the others were not given. */
public record GradeFacts(
        int score, int of, int passMark, boolean passed, boolean handedIn, List<Part> parts, List<Lost> lost) {
    /** One deliverable. */
    public record Part(String name, int points, int of) {
        Part plus(Judged rule) {
            return new Part(name, points + rule.points(), of + rule.of());
        }
    }

    /** A rule that did not get all its points. */
    public record Lost(String rule, String text, String outcome, int points, String reason) {}

    static GradeFacts of(Graded graded) {
        var sheet = graded.sheet();
        var parts = new LinkedHashMap<String, Part>();
        for (var rule : sheet.rules()) {
            var part = parts.getOrDefault(rule.deliverable(), new Part(rule.deliverable(), 0, 0));
            parts.put(rule.deliverable(), part.plus(rule));
        }
        return new GradeFacts(
                sheet.rules().stream().mapToInt(Judged::points).sum(),
                sheet.rules().stream().mapToInt(Judged::of).sum(),
                sheet.passMark(),
                sheet.passed(),
                graded.handedIn(),
                List.copyOf(parts.values()),
                sheet.rules().stream()
                        .filter(rule -> !rule.isFull())
                        .map(rule -> new Lost(
                                rule.id(), rule.text(), rule.outcome(), rule.of() - rule.points(), rule.reason()))
                        .toList());
    }
}
