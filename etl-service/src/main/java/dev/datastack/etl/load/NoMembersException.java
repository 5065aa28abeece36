package dev.datastack.etl.load;

import dev.datastack.etl.dataset.Dataset;
import dev.datastack.etl.dataset.Reference;

/** Rows must name a known member of a table that has none: its file was never loaded. */
public final class NoMembersException extends Exception {

    private static final long serialVersionUID = 1L;

    private NoMembersException(String message) {
        super(message);
    }

    static NoMembersException of(Reference reference, Dataset filling) {
        return new NoMembersException("Each row must name a known member of " + reference.table() + " in its column "
                + reference.column().name() + ", and that table has none yet; nothing was loaded. Load "
                + filling.name() + " first, then request the load again.");
    }
}
