package dev.datastack.etl.ledger;

/** What a finished load did, as the ledger keeps it. */
public record Counts(String file, String sha256, long read, long loaded, long rejected) {}
