package dev.datastack.etl.load;

/** The service shuts down; the load is rolled back and can be done by anyone. */
public final class LoadStoppedException extends Exception {

    private static final long serialVersionUID = 1L;

    LoadStoppedException() {
        super("The load was stopped because the service shuts down.");
    }
}
