package dev.datastack.acceptance.soak;

import dev.datastack.acceptance.soak.Sample.Quantity;
import java.util.List;
import java.util.TreeSet;

/** What a quantity did after the first quarter of the time, in which caches and pools fill up. */
record Trend(Quantity quantity, double early, double late, double most) {
    private static final double TOLERANCE = 1.05;

    /** Medians of the first and of the last third of what is looked at. */
    static List<Trend> of(List<Sample> samples) {
        var settled = samples.subList(samples.size() / 4, samples.size());
        var quantities = new TreeSet<Quantity>();
        settled.forEach(sample -> quantities.addAll(sample.values().keySet()));
        return quantities.stream().map(quantity -> of(quantity, settled)).toList();
    }

    private static Trend of(Quantity quantity, List<Sample> settled) {
        var values = settled.stream()
                .map(sample -> sample.values().getOrDefault(quantity, 0.0))
                .toList();
        int third = Math.max(1, values.size() / 3);
        return new Trend(
                quantity,
                median(values.subList(0, third)),
                median(values.subList(values.size() - third, values.size())),
                values.stream().mapToDouble(Double::doubleValue).max().orElse(0));
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }

    boolean isFlat() {
        return late <= early * TOLERANCE + quantity.kind().slack;
    }

    String row() {
        return "| %s | %s | %.0f | %.0f | %.0f |"
                .formatted(
                        quantity.owner(), quantity.kind().name().toLowerCase(java.util.Locale.ROOT), early, late, most);
    }
}
