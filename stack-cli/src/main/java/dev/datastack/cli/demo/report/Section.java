package dev.datastack.cli.demo.report;

import dev.datastack.cli.page.Markup;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.UnaryOperator;

/** A part of the page: what was found, what is shown, the picture, the numbers behind it. */
final class Section {
    private static final int WIDE = 680;
    private static final int NARROW = 326;

    private final Markup markup = new Markup();

    Section(String id, String finding, String shown) {
        markup.open("section", "id", id, "aria-labelledby", id + "-title");
        markup.leaf("h2", finding, "id", id + "-title");
        markup.leaf("p", shown, "class", "shown");
    }

    /** A chart that fits a telephone and is not too small for a desk. */
    Section chart(String caption, IntFunction<Markup> chart) {
        markup.open("figure");
        markup.leaf("figcaption", caption);
        markup.add(chart.apply(NARROW)).close();
        return this;
    }

    /** A chart that is drawn for either width; the style sheet shows the one that fits. */
    Section wideChart(String caption, IntFunction<Markup> chart) {
        markup.open("figure", "class", "wide").leaf("figcaption", caption);
        markup.open("div", "class", "for-desk").add(chart.apply(WIDE)).close();
        markup.open("div", "class", "for-hand").add(chart.apply(NARROW)).close();
        markup.close();
        return this;
    }

    /** The numbers as a table, folded away. */
    Section numbers(List<String> head, List<List<String>> rows) {
        markup.open("details").leaf("summary", "The numbers");
        markup.open("table", "class", "numbers").open("thead").open("tr");
        head.forEach(name -> markup.leaf("th", name, "scope", "col"));
        markup.close().close().open("tbody");
        for (var row : rows) {
            markup.open("tr").leaf("th", row.get(0), "scope", "row");
            row.stream().skip(1).forEach(value -> markup.leaf("td", value));
            markup.close();
        }
        markup.close().close().close();
        return this;
    }

    Section add(Markup more) {
        markup.add(more);
        return this;
    }

    /** Two charts beside each other, where there is room. */
    Section pair(UnaryOperator<Section> charts) {
        markup.open("div", "class", "pair");
        charts.apply(this).markup.close();
        return this;
    }

    Markup done() {
        return markup.close();
    }
}
