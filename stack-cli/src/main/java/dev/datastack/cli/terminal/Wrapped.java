package dev.datastack.cli.terminal;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Entries in a row, on as many lines as the width needs; colours have no width, so each comes with its own. */
public final class Wrapped {
    /** A command in quotation marks is one, so that it can be copied whole. */
    private static final Pattern WORD = Pattern.compile("(?<!\\S)'[^']+'\\S*|\\S+");

    private Wrapped() {}

    public static List<String> lines(
            List<String> entries, List<Integer> widths, String indent, String between, int width) {
        var lines = new ArrayList<String>();
        var line = new StringBuilder(indent);
        int used = indent.length();
        for (int i = 0; i < entries.size(); i++) {
            boolean first = used == indent.length();
            int needed = widths.get(i) + (first ? 0 : between.length());
            if (!first && used + needed > width) {
                lines.add(line.toString().stripTrailing());
                line = new StringBuilder(indent);
                used = indent.length();
                first = true;
                needed = widths.get(i);
            }
            line.append(first ? "" : between).append(entries.get(i));
            used += needed;
        }
        if (used > indent.length()) {
            lines.add(line.toString().stripTrailing());
        }
        return lines;
    }

    public static List<String> lines(List<String> entries, String indent, String between, int width) {
        return lines(entries, entries.stream().map(String::length).toList(), indent, between, width);
    }

    /** A text on lines that each begin with the indent. One that fits keeps its blanks, as a row of a table needs it. */
    public static List<String> words(String text, String indent, int width) {
        if (indent.length() + text.length() <= width) {
            return List.of(indent + text);
        }
        var words = WORD.matcher(text).results().map(MatchResult::group).toList();
        return lines(words, indent, " ", width);
    }
}
