package dev.datastack.etl.source;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * Finds the lines, which end in LF or CRLF, and leaves them where they are: a copy of each would be most of what a load
 * allocates. Keeps at most {@link #LONGEST} bytes of a line, whatever comes.
 */
final class LineReader {

    static final int LONGEST = 64 * 1024;

    private final InputStream in;
    private final Runnable alive;
    // A line, and as much again to read into.
    private final byte[] buffer = new byte[2 * LONGEST];

    private int start;
    private int stop;
    private int next;
    private int end;
    private boolean cut;

    /** @param alive is called at each read, however long a line is */
    LineReader(InputStream in, Runnable alive) {
        this.in = in;
        this.alive = alive;
    }

    /** Moves to the next line; false at the end. */
    boolean advance() throws IOException {
        start = next;
        cut = false;
        int at = start;
        do {
            at = lineFeed(at);
            if (at < end) {
                take(at);
                next = at + 1;
                return true;
            }
            at = makeRoom();
        } while (fill());
        take(end);
        next = end;
        return end > start;
    }

    /** The line was longer than what is kept of it. */
    boolean isCut() {
        return cut;
    }

    /** Holds the line from {@link #start} to {@link #stop}, until the next call of {@link #advance}. */
    byte[] buffer() {
        return buffer;
    }

    int start() {
        return start;
    }

    int stop() {
        return stop;
    }

    byte[] copy() {
        return Arrays.copyOfRange(buffer, start, stop);
    }

    private int lineFeed(int from) {
        int at = from;
        while (at < end && buffer[at] != '\n') {
            at++;
        }
        return at;
    }

    private void take(int lineEnd) {
        stop = lineEnd > start && buffer[lineEnd - 1] == '\r' ? lineEnd - 1 : lineEnd;
        cut |= stop - start > LONGEST;
        if (cut) {
            stop = start + LONGEST;
        }
    }

    /** Moves what is there of the line to the front, and drops the rest of one that is too long. Returns its end. */
    private int makeRoom() {
        end -= start;
        System.arraycopy(buffer, start, buffer, 0, end);
        start = 0;
        if (end == buffer.length) {
            cut = true;
            end = LONGEST;
        }
        return end;
    }

    private boolean fill() throws IOException {
        alive.run();
        int count = in.read(buffer, end, buffer.length - end);
        end += Math.max(count, 0);
        return count > 0;
    }
}
