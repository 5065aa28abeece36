package dev.datastack.etl.command;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.function.LongSupplier;

/** Where a command writes and how it waits.
 *
 * @param live whether lines can be written over: a terminal, not a file or a pipe
 */
public record Terminal(PrintWriter out, PrintWriter err, boolean live, LongSupplier nanoTime, Pause pause) {

    /** Waiting, handed in so that tests need not. */
    public interface Pause {
        void of(Duration duration) throws InterruptedException;
    }

    void say(String line) {
        out.println(line);
        out.flush();
    }

    void warn(String line) {
        err.println(line);
        err.flush();
    }

    /** Replaces what the last call wrote; nothing where lines cannot be written over. */
    void over(String line) {
        if (live) {
            out.print("\r\u001b[K" + line);
            out.flush();
        }
    }
}
