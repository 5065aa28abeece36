package dev.datastack.etl.ledger;

/** The load is another worker's by now, or over. Whatever this one did must be rolled back. */
public final class LeaseLostException extends Exception {

    private static final long serialVersionUID = 1L;

    private LeaseLostException(String message) {
        super(message);
    }

    static LeaseLostException of(Claim claim) {
        return new LeaseLostException("The lease of " + claim + " is lost: fence " + claim.fence()
                + " is not the ledger's any more. Another worker does this load, or it has ended.");
    }
}
