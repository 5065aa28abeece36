package dev.datastack.cli.explain.startup;

import dev.datastack.cli.explain.startup.Waterfall.Row;
import dev.datastack.cli.startup.StartRecord;
import dev.datastack.cli.terminal.Printable;
import dev.datastack.cli.terminal.Table;
import dev.datastack.cli.terminal.Terminal;
import dev.datastack.cli.terminal.Wrapped;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** A waterfall as lines: bars as wide as the screen, or the numbers alone where there is no screen. */
final class WaterfallText {
    private static final int NARROWEST = 10;
    private static final int GAPS = 4;

    private final StartRecord start;
    private final Terminal terminal;
    private final List<Row> rows;

    WaterfallText(StartRecord start, Terminal terminal) {
        this.start = start;
        this.terminal = terminal;
        this.rows = new Waterfall(start).rows();
    }

    List<String> lines() {
        return terminal.isScreen() ? bars() : numbers();
    }

    private List<String> numbers() {
        var table = new Table("WHAT", "WAITED", "STARTED AT", "TOOK", "READY AT", "NOTE");
        for (var row : rows) {
            boolean empty = row.pieces().isEmpty();
            table.row(
                    Printable.of(row.name()),
                    empty ? "-" : Words.seconds(row.waited()),
                    row.startedAt().map(this::at).orElse("-"),
                    empty ? "-" : Words.seconds(row.worked()),
                    row.readyAt().map(this::at).orElse("-"),
                    row.note());
        }
        return table.lines();
    }

    private String at(Instant instant) {
        return Words.seconds(Duration.between(start.began(), instant));
    }

    private List<String> bars() {
        int name = widest(rows.stream().map(row -> Printable.of(row.name())));
        int note = widest(rows.stream().map(Row::end));
        int room = Math.max(NARROWEST, terminal.columns() - 1 - name - note - GAPS);
        var lines = new ArrayList<String>();
        lines.add(" ".repeat(name + 2) + scale(room));
        for (var row : rows) {
            var label = Printable.of(row.name());
            lines.add(label + " ".repeat(name - label.length() + 2) + bar(row, room) + "  " + row.end());
        }
        lines.addAll(legend());
        return lines;
    }

    private static int widest(Stream<String> texts) {
        return texts.mapToInt(String::length).max().orElse(0);
    }

    private String scale(int room) {
        var end = Words.seconds(Words.total(start));
        return "0 s" + " ".repeat(Math.max(1, room - 3 - end.length())) + end;
    }

    /** A cell shows the last that went on in it, so that a short piece is not hidden by the one before. */
    private String bar(Row row, int room) {
        var cells = new Phase[room];
        double cell = Math.max(1, Words.total(start).toMillis()) / (double) room;
        for (var piece : row.pieces()) {
            int from = (int) Math.min(room - 1.0, Math.floor(millis(piece.from()) / cell));
            int to = (int) Math.min(room - 1.0, Math.max(from, Math.ceil(millis(piece.to()) / cell) - 1));
            Arrays.fill(cells, from, to + 1, piece.phase());
        }
        var bar = new StringBuilder();
        for (int i = 0; i < room; ) {
            int next = i;
            while (next < room && cells[next] == cells[i]) {
                next++;
            }
            var phase = cells[i];
            bar.append(
                    phase == null
                            ? " ".repeat(next - i)
                            : terminal.paint(
                                    phase.style(), String.valueOf(phase.sign()).repeat(next - i)));
            i = next;
        }
        return bar.toString();
    }

    private long millis(Instant instant) {
        return Duration.between(start.began(), instant).toMillis();
    }

    /** Only of what can be seen. */
    private List<String> legend() {
        var seen = rows.stream()
                .flatMap(row -> row.pieces().stream())
                .map(Piece::phase)
                .filter(phase -> phase.part() != Phase.Part.PREPARATION)
                .distinct()
                .sorted()
                .toList();
        var entries = seen.stream()
                .map(phase -> terminal.paint(phase.style(), String.valueOf(phase.sign())) + " " + phase.text())
                .toList();
        var widths = seen.stream().map(phase -> phase.text().length() + 2).toList();
        return Wrapped.lines(entries, widths, "  ", "   ", terminal.columns() - 1);
    }
}
