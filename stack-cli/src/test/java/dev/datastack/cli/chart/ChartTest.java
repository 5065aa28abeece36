package dev.datastack.cli.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.datastack.cli.Xml;
import dev.datastack.cli.chart.Lanes.Span;
import dev.datastack.cli.page.Markup;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ChartTest {
    private static final List<Bar> TWO =
            List.of(new Bar("<dry> & \"warm\"", 10, "10.0", false), new Bar("wet", 40, "40.0", true));

    private static double number(Element element, String attribute) {
        return Double.parseDouble(element.getAttribute(attribute));
    }

    @Test
    void bars_are_as_long_as_their_values_and_are_named_for_those_who_cannot_see_them() {
        var drawn = Xml.parse(Bars.draw(326, "Delays", TWO).toString());
        var boxes = Xml.all(drawn, "rect");
        assertThat(number(boxes.get(1), "width") / number(boxes.get(0), "width"))
                .isBetween(3.9, 4.1);
        assertThat(boxes.get(1).getAttribute("class")).isEqualTo("bar marked");
        assertThat(Xml.texts(drawn, "text")).contains("<dry> & \"warm\"", "10.0", "40.0");
        assertThat(Xml.texts(drawn, "title")).contains("wet: 40.0");
        assertThat(drawn.getDocumentElement().getAttribute("aria-label")).isEqualTo("Delays");
    }

    @Test
    void columns_stand_on_one_floor_and_their_labels_stay_inside() {
        var bars = List.of(new Bar("January", 3, "a label of some length", true), new Bar("February", 6, "6", false));
        var drawn = Xml.parse(Columns.draw(326, 120, "Months", bars, 0.2).toString());
        var boxes = Xml.all(drawn, "rect");
        assertThat(number(boxes.get(1), "height") / number(boxes.get(0), "height"))
                .isBetween(1.95, 2.05);
        assertThat(boxes)
                .allSatisfy(box ->
                        assertThat(number(box, "y") + number(box, "height")).isBetween(97.9, 98.1));
        assertThat(number(Xml.all(drawn, "text").get(0), "x")).isGreaterThan(80);
    }

    @Test
    void lanes_show_who_worked_when() {
        var spans = List.of(
                new Span("worker-1", "Jan", "flights 2013-01", 0, 2, "flights"),
                new Span("worker-2", "Feb", "flights 2013-02", 1, 4, "flights"));
        var drawn = Xml.parse(Lanes.draw(680, "Loads", spans).toString());
        var boxes = Xml.all(drawn, "rect");
        assertThat(number(boxes.get(1), "x")).isGreaterThan(number(boxes.get(0), "x"));
        assertThat(number(boxes.get(1), "y")).isGreaterThan(number(boxes.get(0), "y"));
        assertThat(Xml.texts(drawn, "text")).contains("worker-1", "worker-2", "Jan", "Feb", "0 s", "4 s");
    }

    @Test
    void a_chart_of_nothing_is_still_a_chart() {
        Xml.parse(Bars.draw(326, "Nothing", List.of()).toString());
        Xml.parse(Columns.draw(326, 100, "Nothing", List.of(), 0).toString());
        Xml.parse(Lanes.draw(326, "Nothing", List.of()).toString());
    }

    @Test
    void what_is_not_closed_is_not_taken_in() {
        assertThatThrownBy(() -> new Markup().add(new Markup().open("p"))).hasMessageContaining("not closed");
    }
}
