package dev.datastack.cli.course.lab;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** Looks for a text in bytes of any length, across the edges of the buffer. */
final class TextSearch {
    private static final int BUFFER = 1 << 16;

    private final byte[] wanted;

    TextSearch(String text) {
        wanted = text.getBytes(StandardCharsets.UTF_8);
    }

    boolean in(InputStream stream) throws IOException {
        var buffer = new byte[BUFFER + wanted.length];
        int kept = 0;
        for (int count = stream.read(buffer, kept, BUFFER); count >= 0; count = stream.read(buffer, kept, BUFFER)) {
            int end = kept + count;
            if (holds(buffer, end)) {
                return true;
            }
            kept = Math.min(end, wanted.length - 1);
            System.arraycopy(buffer, end - kept, buffer, 0, kept);
        }
        return false;
    }

    private boolean holds(byte[] buffer, int end) {
        for (int at = 0; at + wanted.length <= end; at++) {
            int same = 0;
            while (same < wanted.length && buffer[at + same] == wanted[same]) {
                same++;
            }
            if (same == wanted.length) {
                return true;
            }
        }
        return false;
    }
}
