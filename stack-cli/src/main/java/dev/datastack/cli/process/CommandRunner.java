package dev.datastack.cli.process;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** Runs commands of the host. */
public interface CommandRunner {
    /** Waits for the end and keeps both streams; a non-zero exit code is for the caller to judge. */
    Finished run(Call call);

    /** The same for a command that prints bytes: they go to a sink, which may break it off by an exception. */
    default Finished pour(Call call, Sink sink) throws IOException {
        throw new UnsupportedOperationException(call.text());
    }

    /** Takes a stream of bytes to its end. */
    interface Sink {
        void take(InputStream bytes) throws IOException;
    }

    /** The same for a command that reads bytes: they come from a source, whose end is the end of its input. */
    default Finished feed(Call call, Source source) throws IOException {
        throw new UnsupportedOperationException(call.text());
    }

    /** Writes a stream of bytes to its end. */
    interface Source {
        void write(OutputStream bytes) throws IOException;
    }

    /** Hands the terminal to the command and returns its exit code. */
    int attach(Call call);

    /** Leaves the command running beside this one until the result is closed. */
    Following follow(Call call);

    /** A command that runs beside this one. */
    interface Following extends AutoCloseable {
        /** It may have ended by itself. */
        default boolean isOpen() {
            return true;
        }

        @Override
        void close();
    }
}
