package dev.datastack.cli.demo.report;

import dev.datastack.cli.chart.Section;
import dev.datastack.cli.demo.report.Year.Total;
import dev.datastack.cli.page.Markup;
import java.util.Locale;

/** Airlines by month, as a table whose cells are coloured: a heat map that can also be read aloud. */
final class PunctualitySection {
    /** Lower ends of the steps, from the palest to the darkest; below the last is the seventh. */
    private static final double[] STEPS = {90, 85, 80, 75, 70, 60};

    private final Year year;

    PunctualitySection(Year year) {
        this.year = year;
    }

    Markup markup() {
        var best = year.bestMonth();
        var worst = year.worstMonth();
        var finding = "%s was the month to fly, %s the one to avoid: %s against %s arrived on time"
                .formatted(
                        Words.month(best),
                        Words.month(worst),
                        Words.percent(year.month(best).onTimeShare()),
                        Words.percent(year.month(worst).onTimeShare()));
        return new Section(
                        "punctuality",
                        finding,
                        "Share of arrivals that were on time, in percent, by airline and month. The stronger the colour, the fewer. The"
                                + " most punctual airline stands first; those with few flights stand last, in italics.")
                .add(table())
                .add(legend())
                .done();
    }

    private Markup table() {
        var table = new Markup();
        table.open("div", "class", "heat").open("table").open("thead").open("tr");
        table.leaf("th", "Airline", "scope", "col", "class", "airline");
        Year.months().forEach(month -> monthHead(table, month));
        table.leaf("th", "Year", "scope", "col").leaf("th", "Flights", "scope", "col", "class", "flights");
        table.close().close().open("tbody");
        year.carriers().forEach(carrier -> row(table, carrier));
        table.close().close().close();
        return table;
    }

    private static void monthHead(Markup table, int month) {
        table.open("th", "scope", "col", "abbr", Words.month(month));
        table.text(Words.shortMonth(month).substring(0, 1));
        table.leaf("span", Words.shortMonth(month).substring(1)).close();
    }

    private void row(Markup table, String carrier) {
        var total = year.carrier(carrier);
        table.open("tr", "class", total.isFew() ? "few" : "many", "data-carrier", carrier);
        table.open("th", "scope", "row", "class", "airline").leaf("b", carrier).text(" ");
        table.leaf("span", year.airline(carrier)).close();
        Year.months().forEach(month -> cell(table, carrier, month));
        table.leaf("td", shown(total), "class", "all");
        table.leaf("td", Words.count(total.flights()), "class", "flights").close();
    }

    private void cell(Markup table, String carrier, int month) {
        var total = year.cell(carrier, month);
        if (total.arrived() == 0) {
            table.leaf("td", total.flights() == 0 ? "" : "–", "class", "none");
            return;
        }
        var tooltip = "%s, %s: %s of %s arrivals on time"
                .formatted(
                        year.airline(carrier),
                        Words.month(month),
                        Words.count(total.onTime()),
                        Words.count(total.arrived()));
        table.leaf("td", shown(total), "class", "q" + step(total.onTimeShare()), "title", tooltip);
    }

    private static String shown(Total total) {
        return total.arrived() == 0 ? "–" : String.valueOf(Math.round(total.onTimeShare()));
    }

    private static int step(double share) {
        int step = 0;
        while (step < STEPS.length && share < STEPS[step]) {
            step++;
        }
        return step;
    }

    private static Markup legend() {
        var legend = new Markup();
        legend.open("ul", "class", "legend", "aria-label", "Colours, in percent on time");
        legend.leaf("li", "90 and more", "class", "q0");
        for (int i = 1; i < STEPS.length; i++) {
            legend.leaf("li", String.format(Locale.ROOT, "%.0f–%.0f", STEPS[i], STEPS[i - 1]), "class", "q" + i);
        }
        legend.leaf("li", "below 60", "class", "q" + STEPS.length);
        return legend.close();
    }
}
