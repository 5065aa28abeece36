package dev.datastack.cli.course.grade;

import dev.datastack.cli.course.ReportFile;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.StringJoiner;

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

    /** The reason quotes what strangers wrote: it must stay text, and in its cell. */
    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replaceAll("[\\\\`*_\\[\\]|~@#]", "\\\\$0")
                .replaceAll("\\R", " ");
    }
}
