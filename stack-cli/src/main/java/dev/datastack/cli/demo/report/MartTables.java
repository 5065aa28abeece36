package dev.datastack.cli.demo.report;

import dev.datastack.cli.demo.report.Year.Total;
import dev.datastack.cli.terminal.Table;
import java.util.ArrayList;
import java.util.List;

/** The marts for a terminal of 80 columns. */
public final class MartTables {
    private final Year year;

    public MartTables(Year year) {
        this.year = year;
    }

    public List<String> lines() {
        var lines = new ArrayList<String>();
        lines.add("Arrived on time, percent; last row: cancelled, percent (mart.carrier_month)");
        lines.addAll(punctuality());
        lines.add("");
        lines.add("Precipitation and delay (mart.weather_delay)");
        lines.addAll(weather());
        if (!year.rejects().isEmpty()) {
            lines.add("");
            lines.add("Quarantine (etl.reject)");
            for (var reject : year.rejects()) {
                lines.add("%s line %d, %s".formatted(reject.file(), reject.line(), reject.column()));
                lines.add("  " + reject.reason());
            }
        }
        return lines;
    }

    private List<String> punctuality() {
        var head = new ArrayList<String>(List.of(""));
        Year.months().forEach(month -> head.add(Words.shortMonth(month)));
        head.add("YEAR");
        head.add("FLIGHTS");
        var table = new Table(head.toArray(String[]::new));
        year.carriers()
                .forEach(carrier -> table.row(row(
                        carrier,
                        Year.months().stream()
                                .map(month -> year.cell(carrier, month))
                                .toList(),
                        year.carrier(carrier))));
        var months = Year.months().stream().map(year::month).toList();
        table.row(row("all", months, year.total()));
        var lost = new ArrayList<String>(List.of("lost"));
        months.forEach(month -> lost.add(Words.decimal(month.cancelledShare())));
        lost.add(Words.decimal(year.total().cancelledShare()));
        lost.add(Words.count(year.total().cancelled()));
        table.row(lost.toArray(String[]::new));
        return table.lines();
    }

    private static String[] row(String name, List<Total> months, Total all) {
        var row = new ArrayList<String>(List.of(name));
        months.forEach(month -> row.add(month.arrived() == 0 ? "" : String.valueOf(Math.round(month.onTimeShare()))));
        row.add(String.valueOf(Math.round(all.onTimeShare())));
        row.add(Words.count(all.flights()));
        return row.toArray(String[]::new);
    }

    private List<String> weather() {
        var table = new Table("PRECIPITATION", "FLIGHTS", "DEPARTED", "MINUTES LATE", "CANCELLED");
        year.weather()
                .forEach(row -> table.row(
                        row.precipitation(),
                        Words.count(row.flights()),
                        Words.count(row.departed()),
                        Words.decimal(row.meanDelay()),
                        Words.exactPercent(row.cancelledShare())));
        return table.lines();
    }
}
