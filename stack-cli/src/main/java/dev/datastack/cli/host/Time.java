package dev.datastack.cli.host;

import java.time.Duration;
import java.time.Instant;

/** The clock, and waiting on it. */
public interface Time {
    Instant now();

    /** Returns early when {@code wake} is called. */
    void sleep(Duration duration);

    void wake();
}
