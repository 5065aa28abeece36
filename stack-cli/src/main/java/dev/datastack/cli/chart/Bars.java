package dev.datastack.cli.chart;

import dev.datastack.cli.page.Markup;
import java.util.List;

/** Lying bars: few things with names of some length. They begin at zero. */
public final class Bars {
    private static final int ROW = 34;
    private static final int THICK = 22;
    private static final int NAMES = 132;
    private static final int LABELS = 64;

    private Bars() {}

    public static Markup draw(int width, String name, List<Bar> bars) {
        var svg = new Svg(width, bars.size() * ROW + 4, name);
        var most = bars.stream().mapToDouble(Bar::value).max().orElse(0);
        var room = width - NAMES - LABELS;
        double y = 4;
        for (var bar : bars) {
            var length = most <= 0 ? 0 : room * bar.value() / most;
            svg.text(NAMES - 10, y + 16, "end", "name", bar.name());
            svg.box(NAMES, y, length, THICK, bar.style(), bar.name() + ": " + bar.label());
            svg.text(NAMES + length + 8, y + 16, "start", bar.marked() ? "value strong" : "value", bar.label());
            y += ROW;
        }
        svg.line(NAMES, 0, NAMES, bars.size() * ROW);
        return svg.done();
    }
}
