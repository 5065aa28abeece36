package dev.datastack.etl.ledger;

/** The right to do one load, valid as long as the ledger shows the same fence. */
public record Claim(long id, String dataset, String period, int attempt, long fence) {

    @Override
    public String toString() {
        return dataset + " " + period + " (load " + id + ")";
    }
}
