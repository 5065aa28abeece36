package dev.datastack.cli.ledger;

/** One row of the ledger. */
public record Load(
        long id,
        String dataset,
        String period,
        String status,
        int attempt,
        long read,
        long loaded,
        long rejected,
        String error) {}
