package dev.datastack.cli;

import dev.datastack.cli.host.Time;
import java.time.Duration;
import java.time.Instant;

/** A clock that only sleeping moves. */
public final class FakeTime implements Time {
    private Instant now = Instant.parse("2026-01-01T00:00:00Z");

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public void sleep(Duration duration) {
        now = now.plus(duration);
    }

    @Override
    public void wake() {}
}
