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
    private final ByteArrayOutputStream line = new ByteArrayOutputStream(512);
    private int next;
    private int end;
    private boolean cut;

    LineReader(InputStream in) {
        this.in = in;
    }

    /** Moves to the next line; false at the end. */
    boolean advance() throws IOException {
        line.reset();
        cut = false;
        boolean any = false;
        while (next < end || fill()) {
            any = true;
            int from = next;
            while (next < end && buffer[next] != '\n') {
                next++;
            }
            keep(from, next - from);
            if (next < end) {
                next++;
                return true;
            }
        }
        return any;
    }

    /** The line was longer than what is kept of it. */
    boolean isCut() {
        return cut;
    }

    byte[] bytes() {
        byte[] all = line.toByteArray();
        boolean carriageReturn = !cut && all.length > 0 && all[all.length - 1] == '\r';
        return carriageReturn ? Arrays.copyOf(all, all.length - 1) : all;
    }

    private void keep(int from, int length) {
        int room = LONGEST - line.size();
        cut |= length > room;
        line.write(buffer, from, Math.min(length, room));
    }

    private boolean fill() throws IOException {
        next = 0;
        end = Math.max(in.read(buffer), 0);
        return end > 0;
    }
}
