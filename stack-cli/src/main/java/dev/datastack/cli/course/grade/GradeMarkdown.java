package dev.datastack.cli.course.grade;

import dev.datastack.cli.course.ReportFile;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.StringJoiner;
import java.util.stream.Collectors;

/** The grade as a table of Markdown, for the summary of a run at GitHub or for a comment. */
final class GradeMarkdown {
    private GradeMarkdown() {}

    /** Appends it: a summary may have parts of other steps. */
    static void append(Grade grade, Path file) {
        new ReportFile("--markdown", file).write(text(grade), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    static String text(Grade grade) {
        var lines = new StringJoiner("\n", "", "\n");
        lines.add("## " + grade.score() + " of " + Rule.allPoints() + " points: "
                + (grade.passed() ? "passed" : "not passed"));
        for (var deliverable : Deliverable.values()) {
            lines.add("").add("### " + deliverable.title()).add("");
            lines.add("| rule | | points | what was seen |").add("|---|---|---:|---|");
            grade.of(deliverable).forEach(result -> lines.add(row(result)));
        }
        return lines.toString();
    }

    private static String row(Result result) {
        var rule = result.rule();
        return "| `%s` | %s | %d of %d | %s |"
                .formatted(
                        rule.id(), result.outcome().words(), result.points(), rule.points(), escaped(result.reason()));
    }

    /**
     * The reason quotes what strangers wrote, and must stay text in its cell: no link, no image, no mention of an account. So it
     * is code, with each sign as its number.
     */
    private static String escaped(String text) {
        return "<code>"
                + text.codePoints()
                        .mapToObj(c -> c == ' ' || c > 127 || Character.isLetterOrDigit(c)
                                ? Character.toString(c)
                                : "&#" + c + ";")
                        .collect(Collectors.joining())
                + "</code>";
    }
}
