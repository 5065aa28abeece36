package dev.datastack.cli.explain.startup;

import dev.datastack.cli.startup.StartRecord;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What is printed for programs: the record as it is kept, and what follows from it, in seconds. */
record SummaryJson(
        StartRecord start, double seconds, List<StepJson> criticalPath, Map<String, Double> parts, String slowest) {
    /** A step of the critical path. */
    record StepJson(String name, double seconds) {}

    private static final int DIGITS = 3;

    static SummaryJson of(Summary summary) {
        var parts = new LinkedHashMap<String, Double>();
        summary.parts().forEach((part, took) -> parts.put(part.name(), Words.seconds(took, DIGITS)));
        return new SummaryJson(
                summary.start(),
                Words.seconds(Words.total(summary.start()), DIGITS),
                summary.path().stream()
                        .map(step -> new StepJson(step.name(), Words.seconds(step.took(), DIGITS)))
                        .toList(),
                parts,
                summary.slowest().map(Summary.Slowest::service).orElse(""));
    }
}
