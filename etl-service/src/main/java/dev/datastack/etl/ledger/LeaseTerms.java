package dev.datastack.etl.ledger;

import java.time.Duration;

/** How long a lease lasts without renewal, and how often a load may be begun. */
public record LeaseTerms(Duration length, int maxAttempts) {

    /** An attempt that ended without a word weighs more: most likely the load itself is what kills. */
    int maxDeaths() {
        return (maxAttempts + 1) / 2;
    }

    double seconds() {
        return length.toMillis() / 1000.0;
    }
}
