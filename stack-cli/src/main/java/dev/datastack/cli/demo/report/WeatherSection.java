package dev.datastack.cli.demo.report;

import dev.datastack.cli.chart.Bar;
import dev.datastack.cli.chart.Bars;
import dev.datastack.cli.chart.Section;
import dev.datastack.cli.page.Markup;
import java.util.List;

/** Delay and cancellations against precipitation. */
final class WeatherSection {
    private final Year year;

    WeatherSection(Year year) {
        this.year = year;
    }

    Markup markup() {
        return new Section(
                        "weather",
                        finding(),
                        "Departures by the precipitation in their hour at their airport. It is what was seen together: rain"
                                + " comes with wind, low cloud and full queues.")
                .pair(charts -> charts.chart(
                                "Minutes late at departure, on average", width -> Bars.draw(width, finding(), delays()))
                        .chart(
                                "Flights cancelled, in percent",
                                width -> Bars.draw(width, "Share of flights cancelled by precipitation", cancelled())))
                .numbers(
                        List.of("Precipitation", "Flights", "Departed", "Minutes late", "Cancelled"),
                        year.weather().stream().map(WeatherSection::row).toList())
                .done();
    }

    private String finding() {
        return "In heavy rain or snow flights left %s minutes late on average, in dry hours %s"
                .formatted(
                        Math.round(year.weather("heavy").meanDelay()),
                        Math.round(year.weather("none").meanDelay()));
    }

    private List<Bar> delays() {
        return year.weather().stream()
                .map(row -> new Bar(row.meaning(), row.meanDelay(), Words.decimal(row.meanDelay()), isHeavy(row)))
                .toList();
    }

    private List<Bar> cancelled() {
        return year.weather().stream()
                .map(row -> new Bar(
                        row.meaning(), row.cancelledShare(), Words.exactPercent(row.cancelledShare()), isHeavy(row)))
                .toList();
    }

    private static boolean isHeavy(WeatherDelay row) {
        return row.precipitation().equals("heavy");
    }

    private static List<String> row(WeatherDelay row) {
        return List.of(
                row.precipitation(),
                Words.count(row.flights()),
                Words.count(row.departed()),
                Words.hundredths(row.meanDelay()),
                Words.count(row.cancelled()));
    }
}
