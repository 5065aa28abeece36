package dev.datastack.cli.terminal;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Columns as wide as their widest cell. */
public final class Table {
    private final List<List<String>> rows = new ArrayList<>();

    public Table(String... head) {
        rows.add(List.of(head));
    }

    public void row(String... cells) {
        rows.add(List.of(cells));
    }

    public List<String> lines() {
        var widths = new int[rows.get(0).size()];
        for (var row : rows) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], row.get(i).length());
            }
        }
        return rows.stream().map(row -> line(row, widths)).toList();
    }

    /**
     * The lines of each row, the head's first. Where a row is wider than that, there is no head, and each row is its first
     * cell with the others below.
     */
    public List<List<String>> blocks(int width) {
        var lines = lines();
        if (lines.stream().allMatch(line -> line.length() <= width)) {
            return lines.stream().map(List::of).toList();
        }
        return Stream.concat(Stream.of(List.<String>of()), rows.stream().skip(1).map(row -> stacked(row, width)))
                .toList();
    }

    private static List<String> stacked(List<String> row, int width) {
        var others = row.stream()
                .skip(1)
                .filter(cell -> !cell.isEmpty() && !cell.equals("-"))
                .toList();
        return Stream.concat(Stream.of(row.get(0)), Wrapped.lines(others, "  ", ", ", width).stream())
                .toList();
    }

    private static String line(List<String> row, int[] widths) {
        var line = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            line.append(row.get(i)).append(" ".repeat(widths[i] - row.get(i).length() + 2));
        }
        return line.toString().stripTrailing();
    }
}
