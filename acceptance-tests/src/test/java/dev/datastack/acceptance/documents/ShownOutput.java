package dev.datastack.acceptance.documents;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Output as a document shows it. {@code …} stands for anything within a line, a line of nothing else for any number of
 * lines; how many blanks part two words does not count.
 */
final class ShownOutput {
    private static final String ANYTHING = "…";

    private final List<String> expected;

    ShownOutput(String shown) {
        this.expected = lines(shown);
    }

    boolean matches(String actual) {
        return matches(0, lines(actual), 0);
    }

    private boolean matches(int shown, List<String> actual, int at) {
        if (shown == expected.size()) {
            return at == actual.size();
        }
        if (expected.get(shown).equals(ANYTHING)) {
            for (int next = at; next <= actual.size(); next++) {
                if (matches(shown + 1, actual, next)) {
                    return true;
                }
            }
            return false;
        }
        return at < actual.size() && like(expected.get(shown), actual.get(at)) && matches(shown + 1, actual, at + 1);
    }

    private static boolean like(String shown, String actual) {
        var pattern = new ArrayList<String>();
        for (var part : shown.split(ANYTHING, -1)) {
            pattern.add(Pattern.quote(part));
        }
        return actual.matches(String.join(".*", pattern));
    }

    private static List<String> lines(String text) {
        return text.lines()
                .map(line -> line.strip().replaceAll("\\s+", " "))
                .filter(line -> !line.isEmpty())
                .toList();
    }
}
