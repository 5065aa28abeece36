package dev.datastack.cli.problem;

/** The exit codes of every verb. */
public final class ExitCode {
    public static final int WELL = 0;
    /** It ran, and the answer is no. */
    public static final int NO = 1;

    public static final int USAGE = 2;
    public static final int NO_ENGINE = 3;
    public static final int NOT_HEALTHY = 4;
    public static final int PORT_TAKEN = 5;

    private ExitCode() {}
}
