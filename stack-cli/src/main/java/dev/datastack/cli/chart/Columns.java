package dev.datastack.cli.chart;

import dev.datastack.cli.page.Markup;
import java.util.List;

/** Standing bars along time: twelve months with a number each, or every day of a year. They begin at zero. */
public final class Columns {
    private static final int TOP = 20;
    private static final int BOTTOM = 22;
    private static final double LETTER = 7.5;

    private Columns() {}

    /** {@code gap} is the share of a column's room that stays empty. */
    public static Markup draw(int width, int height, String name, List<Bar> bars, double gap) {
        var svg = new Svg(width, height, name);
        var most = Math.max(1e-9, bars.stream().mapToDouble(Bar::value).max().orElse(0));
        double room = (double) width / bars.size();
        double floor = height - BOTTOM;
        for (int i = 0; i < bars.size(); i++) {
            var bar = bars.get(i);
            double tall = (floor - TOP) * bar.value() / most;
            double middle = (i + 0.5) * room;
            var style = bar.marked() ? "value strong" : "value";
            svg.box(i * room + room * gap / 2, floor - tall, room * (1 - gap), tall, bar.style(), tooltip(bar));
            if (!bar.label().isEmpty()) {
                svg.text(within(middle, width, bar.label()), floor - tall - 6, "middle", style, bar.label());
            }
            svg.text(middle, height - 6, "middle", "name", shown(bar, room));
        }
        svg.line(0, floor, width, floor);
        return svg.done();
    }

    private static String tooltip(Bar bar) {
        return bar.label().isEmpty() ? bar.name() : bar.name() + ": " + bar.label();
    }

    /** A name of three letters, or its first where there is no room, or none. */
    private static String shown(Bar bar, double room) {
        if (room < 12) {
            return "";
        }
        return room < 34 ? bar.name().substring(0, 1) : bar.name();
    }

    private static double within(double middle, int width, String label) {
        double half = label.length() * LETTER / 2;
        return Math.min(Math.max(middle, half), width - half);
    }
}
