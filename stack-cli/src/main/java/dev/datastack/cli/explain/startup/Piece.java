package dev.datastack.cli.explain.startup;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** A stretch of time that was spent on one thing. */
record Piece(Phase phase, Instant from, Instant to) {
    Duration took() {
        return Duration.between(from, to);
    }

    /** What of it is in this time; nothing where that has no length. */
    Optional<Piece> within(Instant begin, Instant end) {
        var cut = new Piece(phase, later(from, begin), earlier(to, end));
        return cut.from().isBefore(cut.to()) ? Optional.of(cut) : Optional.empty();
    }

    static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
