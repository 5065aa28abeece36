package dev.datastack.etl.worker;

import java.time.Duration;

/** What the workers are bound to. */
public record WorkerTerms(int workers, Duration lease, int maxAttempts, Duration stallLimit, Duration shutdownGrace) {}
