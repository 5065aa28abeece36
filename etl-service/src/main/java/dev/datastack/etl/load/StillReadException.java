package dev.datastack.etl.load;

/** Others use what the load is about to replace. It stands back, so that its worker can do something else meanwhile. */
public final class StillReadException extends Exception {

    private static final long serialVersionUID = 1L;

    StillReadException(String whom) {
        super(whom);
    }
}
