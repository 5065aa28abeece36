package dev.datastack.cli.explain.startup;

import dev.datastack.cli.explain.startup.Phase.Part;
import dev.datastack.cli.explain.startup.Waterfall.Row;
import dev.datastack.cli.startup.StartRecord;
import dev.datastack.cli.terminal.Printable;
import dev.datastack.cli.terminal.Table;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Starts beside each other, the newest first: a row each with its sums, or a column each with what every part took. */
final class Comparison {
    private final List<Summary> summaries;

    Comparison(List<StartRecord> starts) {
        this.summaries = starts.stream().map(Summary::of).toList();
    }

    static List<String> head() {
        return Stream.of(
                        Stream.of("START", "RESULT", "TOTAL"),
                        Stream.of(Part.values()).map(Part::title),
                        Stream.of("SLOWEST SERVICE"))
                .flatMap(cells -> cells)
                .toList();
    }

    /** A row for each start. */
    List<List<String>> rows() {
        return summaries.stream().map(Comparison::row).toList();
    }

    private static List<String> row(Summary summary) {
        return Stream.of(
                        Stream.of(
                                Words.when(summary.start().began()),
                                Words.outcome(summary.start()),
                                Words.seconds(Words.total(summary.start()))),
                        Stream.of(Part.values()).map(part -> orDash(summary.part(part))),
                        Stream.of(summary.slowest()
                                .map(slow -> Printable.of(slow.service()) + " " + Words.seconds(slow.took()))
                                .orElse("-")))
                .flatMap(cells -> cells)
                .toList();
    }

    private static String orDash(Duration took) {
        return took.isZero() ? "-" : Words.seconds(took);
    }

    /** A row for each start or, where that is too wide, a column for each. */
    List<String> sums(int width) {
        var lines = table(head(), rows());
        return fits(lines, width) ? lines : asManyAsFit(width, Comparison::turned);
    }

    /** What every part took, a column for each start. */
    List<String> sideBySide(int width) {
        return asManyAsFit(width, Comparison::columns);
    }

    private List<String> asManyAsFit(int width, Function<List<Summary>, List<String>> drawing) {
        for (int count = summaries.size(); count > 1; count--) {
            var lines = drawing.apply(summaries.subList(0, count));
            if (fits(lines, width)) {
                return lines;
            }
        }
        return drawing.apply(summaries.subList(0, Math.min(1, summaries.size())));
    }

    private static boolean fits(List<String> lines, int width) {
        return lines.stream().allMatch(line -> line.length() <= width);
    }

    private static List<String> turned(List<Summary> shown) {
        var rows = shown.stream().map(Comparison::row).toList();
        var lines = IntStream.range(1, head().size())
                .mapToObj(i -> Stream.concat(
                                Stream.of(head().get(i)), rows.stream().map(row -> row.get(i)))
                        .toList())
                .toList();
        return table(days(head().get(0), shown), lines);
    }

    private static List<String> days(String corner, List<Summary> shown) {
        return Stream.concat(
                        Stream.of(corner),
                        shown.stream()
                                .map(summary -> Words.shortly(summary.start().began())))
                .toList();
    }

    private static List<String> columns(List<Summary> shown) {
        var names = new LinkedHashSet<String>();
        shown.forEach(summary -> new Waterfall(summary.start()).rows().forEach(row -> names.add(row.name())));
        var rows = new ArrayList<List<String>>();
        for (var name : names) {
            rows.add(line(
                    Printable.of(name),
                    shown,
                    summary -> new Waterfall(summary.start())
                            .rows().stream()
                                    .filter(row -> row.name().equals(name))
                                    .map(Row::end)
                                    .findFirst()
                                    .orElse("-")));
        }
        rows.add(line("total", shown, summary -> Words.seconds(Words.total(summary.start()))));
        rows.add(line("result", shown, summary -> Words.outcome(summary.start())));
        return table(days("TOOK", shown), rows);
    }

    private static List<String> line(String name, List<Summary> shown, Function<Summary, String> cell) {
        return Stream.concat(Stream.of(name), shown.stream().map(cell)).toList();
    }

    private static List<String> table(List<String> head, List<List<String>> rows) {
        var table = new Table(head.toArray(String[]::new));
        rows.forEach(row -> table.row(row.toArray(String[]::new)));
        return table.lines();
    }
}
