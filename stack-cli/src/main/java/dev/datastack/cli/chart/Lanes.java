package dev.datastack.cli.chart;

import dev.datastack.cli.page.Markup;
import java.util.List;
import java.util.Locale;

/** What went on at the same time: a lane for each worker in the order of the spans, a box for each piece of work. */
public final class Lanes {
    /** Something that took from one second to another on a lane; the style is its kind. */
    public record Span(String lane, String name, String tooltip, double from, double to, String style) {}

    private static final int ROW = 34;
    private static final int NAMES = 72;
    private static final int LETTER = 7;
    private static final int GAP = 14;

    /** Where seconds are: pixels from the left. */
    private record Scale(double zero, double second) {
        double at(double seconds) {
            return zero + seconds * second;
        }
    }

    private Lanes() {}

    public static Markup draw(int width, String name, List<Span> spans) {
        var lanes = spans.stream().map(Span::lane).distinct().toList();
        var svg = new Svg(width, lanes.size() * ROW + 24, name);
        double end = Math.max(1e-3, spans.stream().mapToDouble(Span::to).max().orElse(1));
        int names =
                lanes.stream().mapToInt(lane -> lane.length() * LETTER + GAP).reduce(NAMES, Math::max);
        double second = (width - names - 12) / end;
        for (int i = 0; i < lanes.size(); i++) {
            svg.text(0, i * ROW + 19.0, "start", "name", lanes.get(i));
        }
        for (var span : spans) {
            double y = lanes.indexOf(span.lane()) * (double) ROW;
            double length = (span.to() - span.from()) * second;
            svg.box(
                    names + span.from() * second,
                    y,
                    Math.max(1, length - 1),
                    ROW - 6.0,
                    "span " + span.style(),
                    span.tooltip());
            if (length > span.name().length() * LETTER + 4) {
                svg.text(names + span.from() * second + length / 2, y + 19, "middle", "inside", span.name());
            }
        }
        ticks(svg, end, new Scale(names, second), lanes.size() * ROW);
        return svg.done();
    }

    private static void ticks(Svg svg, double end, Scale scale, int floor) {
        svg.line(scale.at(0), floor, scale.at(end), floor);
        double step = step(end);
        for (double at = 0; at <= end; at += step) {
            svg.line(scale.at(at), floor, scale.at(at), floor + 4.0);
            var label = String.format(Locale.ROOT, step < 1 ? "%.1f s" : "%.0f s", at);
            svg.text(scale.at(at), floor + 18.0, "middle", "name", label);
        }
    }

    /** So that there are two to five ticks, at round numbers. */
    private static double step(double end) {
        double step = Math.pow(10, Math.floor(Math.log10(end)));
        if (end / step < 2) {
            return step / 2;
        }
        return end / step > 5 ? step * 2 : step;
    }
}
