package dev.datastack.cli.demo.report;

import dev.datastack.cli.chart.Bar;
import dev.datastack.cli.chart.Columns;
import dev.datastack.cli.chart.Section;
import dev.datastack.cli.page.Markup;
import java.util.List;

/** Cancelled flights along the year. */
final class CancelledSection {
    private static final int TALL = 200;
    private static final int LOW = 110;

    private final Year year;

    CancelledSection(Year year) {
        this.year = year;
    }

    Markup markup() {
        return new Section(
                        "cancelled",
                        finding(),
                        "A year's average hides its worst days. In the lower picture each" + " bar is a day.")
                .wideChart(
                        "Flights cancelled by month, in percent",
                        width -> Columns.draw(width, TALL, "Share of flights cancelled by month", months(), 0.24))
                .wideChart(
                        "Flights cancelled by day, in percent, January to December",
                        width -> Columns.draw(
                                width, LOW, "Share of flights cancelled on each day of the year", days(), 0))
                .numbers(
                        List.of("Month", "Flights", "Cancelled", "Share"),
                        Year.months().stream().map(this::row).toList())
                .done();
    }

    private String finding() {
        var month = year.mostCancelled();
        var day = year.worstDay();
        return "%s lost %s of its flights, the most of all months; on %s alone it was %s"
                .formatted(
                        Words.month(month),
                        Words.exactPercent(year.month(month).cancelledShare()),
                        Words.day(day.day()),
                        Words.percent(day.cancelledShare()));
    }

    private List<Bar> months() {
        return Year.months().stream()
                .map(month -> new Bar(
                        Words.shortMonth(month),
                        year.month(month).cancelledShare(),
                        Words.decimal(year.month(month).cancelledShare()),
                        month == year.mostCancelled()))
                .toList();
    }

    private List<Bar> days() {
        return year.days().stream()
                .map(day -> new Bar(
                        Words.day(day.day()),
                        day.cancelledShare(),
                        day.equals(year.worstDay())
                                ? "%s: %s (%s of %s)"
                                        .formatted(
                                                Words.day(day.day()),
                                                Words.percent(day.cancelledShare()),
                                                Words.count(day.cancelled()),
                                                Words.count(day.flights()))
                                : "",
                        day.equals(year.worstDay())))
                .toList();
    }

    private List<String> row(int month) {
        var total = year.month(month);
        return List.of(
                Words.month(month),
                Words.count(total.flights()),
                Words.count(total.cancelled()),
                Words.exactPercent(total.cancelledShare()));
    }
}
