package dev.datastack.etl.ledger;

import java.time.Duration;

/** How long a lease lasts without renewal, and how often a load may be begun. */
public record LeaseTerms(Duration length, int maxAttempts) {

    double seconds() {
        return length.toMillis() / 1000.0;
    }
}
