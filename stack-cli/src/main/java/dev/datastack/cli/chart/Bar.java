package dev.datastack.cli.chart;

/** One bar: its name, how long it is, the number beside it, and whether it is the one that the title speaks of. */
public record Bar(String name, double value, String label, boolean marked) {
    String style() {
        return marked ? "bar marked" : "bar";
    }
}
