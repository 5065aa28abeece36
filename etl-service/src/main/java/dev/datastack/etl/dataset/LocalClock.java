package dev.datastack.etl.dataset;

import java.time.Instant;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;

/** How far a zone's clocks are from UTC. Remembers the last answer, which holds until the clocks change. */
final class LocalClock {

    private record Span(long from, long until, int offset) {
        boolean holds(long moment) {
            return from <= moment && moment < until;
        }
    }

    private final ZoneRules rules;
    // Shared by all workers without a lock: a span is immutable, and one that another worker replaces is still right.
    private Span last = new Span(0, 0, 0);

    LocalClock(String zone) {
        rules = ZoneId.of(zone).getRules();
    }

    /** Seconds to add to a moment of UTC, both in seconds since 1970. */
    long offset(long moment) {
        Span span = last;
        if (!span.holds(moment)) {
            span = spanOf(Instant.ofEpochSecond(moment));
            last = span;
        }
        return span.offset();
    }

    private Span spanOf(Instant moment) {
        // A transition at this very moment is behind it, so one second more.
        ZoneOffsetTransition before = rules.previousTransition(moment.plusSeconds(1));
        ZoneOffsetTransition after = rules.nextTransition(moment);
        return new Span(
                before == null ? Long.MIN_VALUE : before.toEpochSecond(),
                after == null ? Long.MAX_VALUE : after.toEpochSecond(),
                rules.getOffset(moment).getTotalSeconds());
    }
}
