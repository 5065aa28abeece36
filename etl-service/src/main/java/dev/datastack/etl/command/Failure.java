package dev.datastack.etl.command;

/** What a command could not do: what happened, what was tried, what to do next. */
final class Failure extends RuntimeException {

    static final int NO = 1;
    static final int USAGE = 2;

    private static final long serialVersionUID = 1L;

    private final String tried;
    private final String next;
    private final int exitCode;

    private Failure(String what, String tried, String next, int exitCode) {
        super(what);
        this.tried = tried;
        this.next = next;
        this.exitCode = exitCode;
    }

    static Failure of(String what, String tried, String next) {
        return new Failure(what, tried, next, NO);
    }

    static Failure usage(String what, String tried, String next) {
        return new Failure(what, tried, next, USAGE);
    }

    int printOn(Terminal terminal) {
        terminal.warn("etl-service: " + getMessage());
        terminal.warn("  tried: " + tried);
        terminal.warn("  next:  " + next);
        return exitCode;
    }
}
