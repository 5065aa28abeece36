package dev.datastack.etl.worker;

import java.time.Duration;

/** What the workers are bound to. */
public record WorkerTerms(int workers, Duration lease, int maxAttempts, Duration stallLimit, Duration shutdownGrace) {

    private static final Duration LONGEST_BEAT = Duration.ofSeconds(2);
    private static final Duration LONGEST_PATIENCE = Duration.ofSeconds(5);

    /** Between two renewals: several fit into a lease, however short it is. */
    Duration beat() {
        return shorter(LONGEST_BEAT, lease.dividedBy(4));
    }

    /** How long a renewal may take: then another one on a new connection still comes in time. */
    Duration patience() {
        return shorter(LONGEST_PATIENCE, lease.dividedBy(3));
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
