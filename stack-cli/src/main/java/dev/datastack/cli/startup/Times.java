package dev.datastack.cli.startup;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;

/** What every time in a record must be, wherever the record comes from. */
final class Times {
    /** Later than any that can be shown, and too far away to be counted in milliseconds. */
    private static final Instant END = Instant.parse("9999-01-01T00:00:00Z");

    private Times() {}

    static void check(Instant time) {
        if (requireNonNull(time, "time").isBefore(Instant.EPOCH) || time.isAfter(END)) {
            throw new IllegalArgumentException("no time of a start: " + time);
        }
    }

    static void check(Optional<Instant> time) {
        requireNonNull(time, "time").ifPresent(Times::check);
    }

    static void check(Instant from, Instant to) {
        check(from);
        check(to);
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("it ends before it begins");
        }
    }
}
