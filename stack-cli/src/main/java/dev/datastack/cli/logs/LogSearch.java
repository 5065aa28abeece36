package dev.datastack.cli.logs;

import dev.datastack.cli.terminal.Style;
import dev.datastack.cli.terminal.Terminal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Prints the lines that a pattern is found in, what it found in colour. */
final class LogSearch {
    /** Between a container's name and what it wrote. */
    private static final String BORDER = " | ";

    private final Pattern pattern;
    private final Terminal terminal;
    private boolean found;

    LogSearch(Pattern pattern, Terminal terminal) {
        this.pattern = pattern;
        this.terminal = terminal;
    }

    /** The name of a container is not searched. */
    void take(String line) {
        int border = line.indexOf(BORDER);
        int start = border < 0 ? 0 : border + BORDER.length();
        var matcher = pattern.matcher(line.substring(start));
        if (matcher.find()) {
            found = true;
            terminal.say(line.substring(0, start)
                    + matcher.replaceAll(match -> Matcher.quoteReplacement(painted(match.group()))));
        }
    }

    private String painted(String text) {
        return text.isEmpty() ? text : terminal.paint(Style.BUSY, text);
    }

    boolean hasFound() {
        return found;
    }
}
