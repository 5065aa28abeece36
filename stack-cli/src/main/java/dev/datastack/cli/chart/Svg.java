package dev.datastack.cli.chart;

import dev.datastack.cli.page.Markup;
import java.util.Locale;

/** A drawing with a name for those who cannot see it. Lengths are pixels. */
final class Svg {
    private final Markup markup = new Markup();

    Svg(int width, int height, String name) {
        markup.open(
                "svg",
                "viewBox",
                "0 0 " + width + " " + height,
                "width",
                String.valueOf(width),
                "height",
                String.valueOf(height),
                "role",
                "img",
                "aria-label",
                name,
                "xmlns",
                "http://www.w3.org/2000/svg");
    }

    /** With what is shown to a pointer that rests on it. */
    Svg box(double x, double y, double width, double height, String style, String tooltip) {
        markup.open(
                "rect",
                "x",
                number(x),
                "y",
                number(y),
                "width",
                number(Math.max(0, width)),
                "height",
                number(Math.max(0, height)),
                "class",
                style);
        markup.leaf("title", tooltip).close();
        return this;
    }

    Svg line(double x1, double y1, double x2, double y2) {
        markup.leaf(
                "line", "", "x1", number(x1), "y1", number(y1), "x2", number(x2), "y2", number(y2), "class", "axis");
        return this;
    }

    /** The anchor is start, middle or end. */
    Svg text(double x, double y, String anchor, String style, String content) {
        markup.leaf("text", content, "x", number(x), "y", number(y), "text-anchor", anchor, "class", style);
        return this;
    }

    Markup done() {
        return markup.close();
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
