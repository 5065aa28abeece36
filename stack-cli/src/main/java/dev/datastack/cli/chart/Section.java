package dev.datastack.cli.chart;

import dev.datastack.cli.page.HtmlPage.Sheet;
import dev.datastack.cli.page.Markup;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.UnaryOperator;

/** A part of a page: what was found, what is shown, the picture, the numbers behind it. */
public final class Section {
    /** What a page with such parts has to name among its style sheets. */
    public static final Sheet SHEET = new Sheet(Section.class, "chart.css");

    private static final int WIDE = 680;
    private static final int NARROW = 326;

    private final Markup markup = new Markup();

    public Section(String id, String finding, String shown) {
        markup.open("section", "id", id, "aria-labelledby", id + "-title");
        markup.leaf("h2", finding, "id", id + "-title");
        markup.leaf("p", shown, "class", "shown");
    }

    /** A chart that fits a telephone and is not too small for a desk. */
    public Section chart(String caption, IntFunction<Markup> chart) {
        markup.open("figure");
        markup.leaf("figcaption", caption);
        markup.add(chart.apply(NARROW)).close();
        return this;
    }

    /** A chart that is drawn for either width; the style sheet shows the one that fits. */
    public Section wideChart(String caption, IntFunction<Markup> chart) {
        markup.open("figure", "class", "wide").leaf("figcaption", caption);
        markup.open("div", "class", "for-desk").add(chart.apply(WIDE)).close();
        markup.open("div", "class", "for-hand").add(chart.apply(NARROW)).close();
        markup.close();
        return this;
    }

    /** The numbers as a table, folded away. */
    public Section numbers(List<String> head, List<List<String>> rows) {
        markup.open("details").leaf("summary", "The numbers");
        table(head, rows).markup.close();
        return this;
    }

    /** Numbers that are themselves what is shown. */
    public Section table(List<String> head, List<List<String>> rows) {
        markup.open("table", "class", "numbers").open("thead").open("tr");
        head.forEach(name -> markup.leaf("th", name, "scope", "col"));
        markup.close().close().open("tbody");
        for (var row : rows) {
            markup.open("tr").leaf("th", row.get(0), "scope", "row");
            row.stream().skip(1).forEach(value -> markup.leaf("td", value));
            markup.close();
        }
        markup.close().close();
        return this;
    }

    public Section add(Markup more) {
        markup.add(more);
        return this;
    }

    /** Two charts beside each other, where there is room. */
    public Section pair(UnaryOperator<Section> charts) {
        markup.open("div", "class", "pair");
        charts.apply(this).markup.close();
        return this;
    }

    public Markup done() {
        return markup.close();
    }
}
