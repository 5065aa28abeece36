package dev.datastack.cli.course.grade;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** The single commands of a line of a shell, in the order in which they are written. */
final class ShellWords {
    private static final Pattern BETWEEN =
            Pattern.compile("[;|&\\n(){}]|(?:^|(?<=\\s))(?:do|then|else|done|fi|exec|until|while|if|!)(?=[\\s;|&)]|$)");
    private static final Pattern SHELL =
            Pattern.compile("^(?:\\S*/)?(?:ba|da|a|z)?sh(?:\\s+-\\w+(?:\\s+pipefail)?)*?\\s+-\\w*c\\s+");
    /** What only starts another program. */
    private static final Pattern STARTER = Pattern.compile("^(?:"
            + "(?:\\S*/)?(?:tini|dumb-init|gosu\\s+\\S+|su-exec\\s+\\S+|env|time|nice|nohup|sudo)\\s+"
            + "|\\S*entry-?point\\S*\\s+|-\\S+\\s+|\\w+=\\S*\\s+)");

    private ShellWords() {}

    static List<String> commands(String line) {
        return Arrays.stream(BETWEEN.split(SHELL.matcher(line.strip()).replaceFirst(""), -1))
                .map(ShellWords::program)
                .filter(command -> !command.isEmpty())
                .toList();
    }

    private static String program(String command) {
        var rest = command.replaceAll("^[\\s\"']+|[\\s\"']+$", "");
        var before = "";
        while (!rest.equals(before)) {
            before = rest;
            rest = SHELL.matcher(STARTER.matcher(rest).replaceFirst("")).replaceFirst("");
        }
        return rest;
    }
}
