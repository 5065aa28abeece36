package dev.datastack.cli.up.progress;

import java.time.Duration;

/** How long a start is waited for: for its time, and beyond it for as long as something moves. */
public record Patience(Duration time) {
    private static final Duration QUIET = Duration.ofMinutes(3);

    /** A failed run is final when Airflow has nothing more to do; it may just be between two things for so long. */
    static final Duration SETTLED = Duration.ofSeconds(60);

    /** Nothing moves for so long before it counts as standing still. */
    public Duration quiet() {
        return time.compareTo(QUIET) < 0 ? time : QUIET;
    }
}
