package dev.datastack.cli.startup;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/** All loads of one kind in a start: from the begin of the first to the end of the last. */
public record YearWork(Kind kind, Instant from, Instant to, int pieces) {
    /** In the order in which each makes the next possible. */
    public enum Kind {
        REFERENCE,
        FLIGHTS,
        WEATHER,
        MARTS
    }

    public YearWork {
        requireNonNull(kind, "kind");
        Times.check(from, to);
    }
}
