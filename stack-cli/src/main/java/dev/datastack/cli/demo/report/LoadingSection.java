package dev.datastack.cli.demo.report;

import dev.datastack.cli.chart.Lanes;
import dev.datastack.cli.chart.Lanes.Span;
import dev.datastack.cli.chart.Section;
import dev.datastack.cli.demo.report.Year.LoadRun;
import dev.datastack.cli.page.Markup;
import java.util.Comparator;
import java.util.List;

/** How the year got in, out of the ledger. */
final class LoadingSection {
    private final Year year;

    LoadingSection(Year year) {
        this.year = year;
    }

    Markup markup() {
        long workers = year.loads().stream().map(LoadRun::worker).distinct().count();
        var finding = "%s rows in %s seconds: %s workers took one file after another, %s rows a second"
                .formatted(
                        Words.count(year.rowsRead()),
                        Words.decimal(year.seconds()),
                        workers,
                        Words.count(year.rowsPerSecond()));
        return new Section(
                        "loading",
                        finding,
                        "Each box is one load: unpack, check each row, binary COPY into a new table, unique index, swap it in;"
                                + " one transaction, on disk when it is done. " + year.server() + ".")
                .wideChart(
                        "Who loaded what, in seconds since the first load began",
                        width -> Lanes.draw(width, "Loads of each worker along time", spans()))
                .add(legend())
                .numbers(
                        List.of("Load", "Worker", "Seconds", "Rows read", "Loaded", "Rejected"),
                        year.loads().stream().map(LoadingSection::row).toList())
                .done();
    }

    private List<Span> spans() {
        return year.loads().stream()
                .sorted(Comparator.comparing(LoadRun::worker))
                .map(load -> new Span(load.worker(), name(load), tooltip(load), load.from(), load.to(), style(load)))
                .toList();
    }

    private static String name(LoadRun load) {
        return load.period().matches("\\d{4}-\\d{2}")
                ? Words.shortMonth(Integer.parseInt(load.period().substring(5)))
                : load.dataset();
    }

    private static String tooltip(LoadRun load) {
        return "%s %s: %s rows in %s s"
                .formatted(
                        load.dataset(),
                        load.period(),
                        Words.count(load.read()),
                        Words.hundredths(load.to() - load.from()));
    }

    private static String style(LoadRun load) {
        return switch (load.dataset()) {
            case "flights" -> "flights";
            case "weather" -> "weather";
            default -> "reference";
        };
    }

    private static Markup legend() {
        return new Markup()
                .open("ul", "class", "legend kinds", "aria-label", "Colours")
                .leaf("li", "flights", "class", "flights")
                .leaf("li", "weather", "class", "weather")
                .leaf("li", "airlines, airports, planes, time zones", "class", "reference")
                .close();
    }

    private static List<String> row(LoadRun load) {
        return List.of(
                load.dataset() + " " + load.period(),
                load.worker(),
                Words.hundredths(load.to() - load.from()),
                Words.count(load.read()),
                Words.count(load.loaded()),
                Words.count(load.rejected()));
    }
}
