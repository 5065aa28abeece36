package dev.datastack.etl.source;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** Splits bytes at LF or CRLF. Keeps at most {@link #LONGEST} bytes of a line, whatever comes. */
final class LineReader {

    static final int LONGEST = 64 * 1024;

    private final InputStream in;
    private final byte[] buffer = new byte[LONGEST];
    /** The part of a line that stood at the end of the buffer before. */
    private final ByteArrayOutputStream rest = new ByteArrayOutputStream(512);

    private byte[] line = {};
    private int next;
    private int end;
    private boolean cut;

    LineReader(InputStream in) {
        this.in = in;
    }

    /** Moves to the next line; false at the end. */
    boolean advance() throws IOException {
        rest.reset();
        cut = false;
        boolean any = false;
        while (next < end || fill()) {
            any = true;
            int from = next;
            next = endOfLine();
            if (next < end) {
                line = whole(from, next);
                next++;
                return true;
            }
            keep(from, next);
        }
        line = whole(next, next);
        return any;
    }

    /** The line was longer than what is kept of it. */
    boolean isCut() {
        return cut;
    }

    byte[] bytes() {
        return line;
    }

    private int endOfLine() {
        int at = next;
        while (at < end && buffer[at] != '\n') {
            at++;
        }
        return at;
    }

    /** What was kept of the line and this last part of it, without its end. */
    private byte[] whole(int from, int to) {
        if (rest.size() == 0) {
            boolean carriageReturn = to > from && buffer[to - 1] == '\r';
            return Arrays.copyOfRange(buffer, from, carriageReturn ? to - 1 : to);
        }
        keep(from, to);
        byte[] all = rest.toByteArray();
        boolean carriageReturn = !cut && all[all.length - 1] == '\r';
        return carriageReturn ? Arrays.copyOf(all, all.length - 1) : all;
    }

    private void keep(int from, int to) {
        int room = LONGEST - rest.size();
        cut |= to - from > room;
        rest.write(buffer, from, Math.min(to - from, room));
    }

    private boolean fill() throws IOException {
        next = 0;
        end = Math.max(in.read(buffer), 0);
        return end > 0;
    }
}
