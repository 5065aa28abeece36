package dev.datastack.cli.course.check;

import dev.datastack.cli.process.Finished;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What a command said, for a finding. */
final class Told {
    private static final int LONGEST = 160;
    private static final String FOOTER = "Run 'docker run --help'";
    private static final int LONGEST_COMMAND = 60;

    private Told() {}

    static String by(Finished finished) {
        return finished.outText() + "\n" + finished.errText();
    }

    static boolean isPrinted(Finished finished, String text) {
        return finished.well() && by(finished).contains(text);
    }

    /** That it ended well and printed the text; {@code when} says before both parts where or after what. */
    static Finding printed(String when, Finished finished, String text) {
        return new Finding(
                isPrinted(finished, text),
                when + briefly(finished),
                when + "exit code 0, and it prints '" + text + "'");
    }

    /** What a query returned, or the error that says why it returned nothing. */
    static String rows(Finished query) {
        if (query.well()) {
            return query.outText().isEmpty() ? "no row" : shortened(query.outText());
        }
        var error = query.err().stream().filter(line -> line.contains("ERROR")).findFirst();
        return error.orElseGet(query::lastWords);
    }

    /** Whether the text stands there on its own, and not within a longer name. */
    static boolean hasWord(String said, String text) {
        return text.isEmpty()
                || Pattern.compile("(?<![\\w.-])" + Pattern.quote(text) + "(?![\\w-]|\\.\\w)")
                        .matcher(said)
                        .find();
    }

    static String briefly(Finished finished) {
        var shown = shortened(lastLine(by(finished)));
        return "exit code " + finished.exitCode() + (shown.isEmpty() ? ", and it prints nothing" : ": " + shown);
    }

    /** Of what the engine says on a program that it cannot start, the cause alone: it comes last, behind much else. */
    private static String lastLine(String said) {
        return said.lines()
                .filter(line -> !line.isBlank() && !line.startsWith(FOOTER))
                .reduce((before, last) -> last)
                .orElse("")
                .replaceFirst("^docker: Error response from daemon: .*(?=exec: )", "docker: ");
    }

    /** The settings that were tried, behind what they led to. */
    static String variables(Map<String, String> variables) {
        return variables.isEmpty()
                ? ""
                : new TreeMap<>(variables)
                        .entrySet().stream()
                                .map(entry -> entry.getKey() + "=" + entry.getValue())
                                .collect(Collectors.joining(" ", " with ", ""));
    }

    /** A command by its beginning: of a script within it a learner needs no more. */
    static String command(List<String> command) {
        return "'" + shortened(String.join(" ", command), LONGEST_COMMAND) + "'";
    }

    static String shortened(String text) {
        return shortened(text, LONGEST);
    }

    private static String shortened(String text, int longest) {
        var line = text.strip().replaceAll("\\s+", " ");
        return line.length() > longest ? line.substring(0, longest) + "…" : line;
    }
}
