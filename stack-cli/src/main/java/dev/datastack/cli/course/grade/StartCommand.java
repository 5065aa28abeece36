package dev.datastack.cli.course.grade;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Finds {@code docker compose … up} where a shell would run it: not in a comment, and not as another command's word. */
final class StartCommand {
    private static final Pattern PROMPT = Pattern.compile("^\\s*(?:[$>%]\\s+|PS\\s+\\S*>\\s*|[A-Za-z]:\\\\[^>]*>\\s*)");
    private static final Pattern COMMENT = Pattern.compile("(?:^|\\s)#.*$");
    private static final Pattern COMPOSE = Pattern.compile("^(?:docker\\s+compose|docker-compose(?:\\.exe)?)\\s+");
    private static final Set<String> WITH_VALUE = Set.of(
            "-f",
            "--file",
            "-p",
            "--project-name",
            "--profile",
            "--env-file",
            "--project-directory",
            "--ansi",
            "--progress",
            "--parallel");
    private static final Set<String> NO_START = Set.of("--dry-run", "--no-start", "--help", "-h");

    private StartCommand() {}

    static boolean isIn(String code) {
        return code.replaceAll("\\\\\\n", " ").lines().anyMatch(StartCommand::isLine);
    }

    private static boolean isLine(String line) {
        var typed = COMMENT.matcher(PROMPT.matcher(line).replaceFirst("")).replaceFirst("");
        return ShellWords.commands(typed).stream().anyMatch(StartCommand::isStart);
    }

    private static boolean isStart(String command) {
        var compose = COMPOSE.matcher(command);
        return compose.find()
                && isUp(Arrays.asList(command.substring(compose.end()).split("\\s+", -1)));
    }

    private static boolean isUp(List<String> words) {
        int at = 0;
        while (at < words.size() && words.get(at).startsWith("-")) {
            at += WITH_VALUE.contains(words.get(at)) ? 2 : 1;
        }
        return at < words.size() && words.get(at).equals("up") && words.stream().noneMatch(NO_START::contains);
    }
}
