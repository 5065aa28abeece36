package dev.datastack.cli.course.grade;

import dev.datastack.cli.sandbox.ProjectFiles;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The project's README, and the three rules about it. */
final class ReadmeFile {
    private static final int WORDS = 40;
    private static final Pattern HIDDEN = Pattern.compile("(?s)<!--.*?(?:-->|$)");

    private ReadmeFile() {}

    static void judge(ProjectFiles project, ProjectModel model, Roles roles, Scorebook book) {
        // What a reader does not see is not said.
        var text = HIDDEN.matcher(text(project).orElse("")).replaceAll("");
        long words = text.isBlank() ? 0 : text.strip().split("\\s+", -1).length;
        book.judge(
                Rule.README_THERE,
                words >= WORDS
                        ? List.of()
                        : List.of(
                                words == 0
                                        ? "there is no README.md beside the Compose file"
                                        : "it has " + words + " words, " + WORDS + " are asked"),
                words + " words");
        if (words == 0) {
            book.notJudged(Rule.README_START, "there is no README");
            book.notJudged(Rule.README_DOORS, "there is no README");
            return;
        }
        var starts = StartCommand.isIn(code(text));
        book.judge(
                Rule.README_START,
                starts ? List.of() : List.of("no block of code in it runs 'docker compose … up'"),
                "a block of code runs 'docker compose … up'");
        judgeDoors(text, model, roles, book);
    }

    private static void judgeDoors(String text, ProjectModel model, Roles roles, Scorebook book) {
        var faults = new ArrayList<String>();
        var seen = new ArrayList<String>();
        for (var found : roles.found()) {
            if (found.role().hasPage()) {
                var ports = model.writtenPorts(found.service());
                seen.addAll(ports);
                if (ports.stream()
                        .noneMatch(port -> Pattern.compile("\\b" + port + "\\b")
                                .matcher(text)
                                .find())) {
                    faults.add("it does not name the port of " + found.service() + " " + ports);
                }
            }
        }
        if (seen.isEmpty() && faults.isEmpty()) {
            book.notJudged(Rule.README_DOORS, "no service with a page was found");
        } else {
            book.judge(Rule.README_DOORS, faults, "it names " + String.join(", ", seen));
        }
    }

    /** What stands in fenced or indented blocks. */
    private static String code(String text) {
        var code = new StringBuilder();
        boolean fenced = false;
        for (var line : text.lines().toList()) {
            if (line.strip().startsWith("```") || line.strip().startsWith("~~~")) {
                fenced = !fenced;
            } else if (fenced || line.startsWith("    ") || line.startsWith("\t")) {
                code.append(line).append('\n');
            }
        }
        return code.toString();
    }

    private static Optional<String> text(ProjectFiles files) {
        var readme = files.top().stream()
                .filter(name -> name.toLowerCase(Locale.ROOT).matches("readme(\\.(md|markdown|txt|rst|adoc))?"))
                .findFirst();
        try {
            return readme.isPresent() ? Optional.of(files.text(readme.get())) : Optional.empty();
        } catch (IOException noText) {
            return Optional.empty();
        }
    }
}
