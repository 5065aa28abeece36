package dev.datastack.cli.process;

import java.io.IOException;
import java.io.InputStream;

/** The next so many bytes of a stream, which stays open. */
public final class Bounded extends InputStream {
    private final InputStream stream;
    private long left;

    public Bounded(InputStream stream, long size) {
        this.stream = stream;
        this.left = size;
    }

    @Override
    public int read() throws IOException {
        if (left == 0) {
            return -1;
        }
        left--;
        return stream.read();
    }

    @Override
    public int read(byte[] buffer, int from, int length) throws IOException {
        if (left == 0) {
            return -1;
        }
        int count = stream.read(buffer, from, (int) Math.min(length, left));
        left -= Math.max(count, 0);
        return count;
    }

    public void skipRest() throws IOException {
        stream.skipNBytes(left);
        left = 0;
    }
}
