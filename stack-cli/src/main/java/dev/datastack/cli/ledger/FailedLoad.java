package dev.datastack.cli.ledger;

/** A dataset and period whose newest load failed. */
public record FailedLoad(String dataset, String period, String reason) {
    public String text() {
        return dataset + " " + period + ": " + reason;
    }
}
