package dev.datastack.cli.host;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** The clock, and waiting on it. */
public interface Time extends InstantSource {
    /** The same as {@link #instant()}. */
    default Instant now() {
        return instant();
    }

    /** Returns early when {@code wake} is called. */
    void sleep(Duration duration);

    void wake();
}
