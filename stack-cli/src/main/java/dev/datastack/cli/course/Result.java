package dev.datastack.cli.course;

import java.util.List;

/** How one check went. A skipped one could not look, because what it looks at is what an earlier one found missing. */
public record Result(
        String name, Outcome outcome, String observed, String expected, List<String> evidence, double seconds) {
    /** What a check can come to. */
    public enum Outcome {
        PASSED,
        FAILED,
        SKIPPED
    }
}
