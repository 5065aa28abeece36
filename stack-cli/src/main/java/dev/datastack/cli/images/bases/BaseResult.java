package dev.datastack.cli.images.bases;

import java.time.Duration;

/** How one base came to be there. */
public record BaseResult(String image, How how, boolean standIn, Duration took) {
    /** What was done for it. */
    public enum How {
        PRESENT,
        PULLED,
        BUILT
    }

    public String text() {
        return switch (how) {
                    case PRESENT -> "present";
                    case PULLED -> "pulled in " + took.toSeconds() + " s";
                    case BUILT -> "built in " + took.toSeconds() + " s";
                }
                + (standIn ? " (stand-in)" : "");
    }
}
