package dev.datastack.cli.explain.startup;

import java.util.ArrayList;
import java.util.List;

/** Entries in a row, on as many lines as the width needs; colours have no width, so each comes with its own. */
final class Wrapped {
    private Wrapped() {}

    static List<String> lines(List<String> entries, List<Integer> widths, String indent, String between, int width) {
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

    static List<String> lines(List<String> entries, String indent, String between, int width) {
        return lines(entries, entries.stream().map(String::length).toList(), indent, between, width);
    }
}
