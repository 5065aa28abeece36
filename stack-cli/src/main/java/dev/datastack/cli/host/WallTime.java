package dev.datastack.cli.host;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** The real clock. */
public final class WallTime implements Time {
    private final InstantSource clock;
    private final Semaphore wakes = new Semaphore(0);

    public WallTime(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public Instant instant() {
        return clock.instant();
    }

    @Override
    public void sleep(Duration duration) {
        try {
            if (wakes.tryAcquire(duration.toMillis(), TimeUnit.MILLISECONDS)) {
                // Ten events at once are one reason to look, not ten.
                wakes.drainPermits();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void wake() {
        wakes.release();
    }
}
