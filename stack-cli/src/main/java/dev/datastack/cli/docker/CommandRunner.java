package dev.datastack.cli.docker;

/** Runs commands of the host. */
public interface CommandRunner {
    /** Waits for the end and keeps both streams; a non-zero exit code is for the caller to judge. */
    Finished run(Call call);

    /** Hands the terminal to the command and returns its exit code. */
    int attach(Call call);

    /** Leaves the command running beside this one until the result is closed. */
    Following follow(Call call);

    /** A command that runs beside this one. */
    interface Following extends AutoCloseable {
        @Override
        void close();
    }
}
