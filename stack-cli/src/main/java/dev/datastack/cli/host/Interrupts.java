package dev.datastack.cli.host;

/** Tells when the user has pressed Ctrl-C. */
public interface Interrupts {
    /** Runs the action if that happens before the result is closed. */
    Watch on(Runnable action);

    /** An action that is due on Ctrl-C. */
    interface Watch extends AutoCloseable {
        @Override
        void close();
    }
}
