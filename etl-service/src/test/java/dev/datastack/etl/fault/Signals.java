package dev.datastack.etl.fault;

import java.io.IOException;
import java.io.UncheckedIOException;

/** What Java cannot send. */
final class Signals {

    private Signals() {}

    static void stop(long pid) {
        send("STOP", pid);
    }

    static void go(long pid) {
        send("CONT", pid);
    }

    static void kill(long pid) {
        send("KILL", pid);
    }

    /** A process that is gone already is no failure. */
    private static void send(String signal, long pid) {
        try {
            new ProcessBuilder("kill", "-" + signal, Long.toString(pid))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
