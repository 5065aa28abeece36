package dev.datastack.cli.course.lab;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/** Looks for any of some texts in bytes of any length, across the edges of the buffer. */
final class TextSearch {
    private static final int BUFFER = 1 << 16;

    private final List<byte[]> wanted;
    private final int longest;

    TextSearch(String... texts) {
        wanted = Stream.of(texts)
                .map(text -> text.getBytes(StandardCharsets.UTF_8))
                .toList();
        longest = wanted.stream().mapToInt(text -> text.length).max().orElse(1);
    }

    boolean in(InputStream stream) throws IOException {
        var buffer = new byte[BUFFER + longest];
        int kept = 0;
        for (int count = stream.read(buffer, kept, BUFFER); count >= 0; count = stream.read(buffer, kept, BUFFER)) {
            int end = kept + count;
            for (var text : wanted) {
                if (holds(buffer, end, text)) {
                    return true;
                }
            }
            kept = Math.min(end, longest - 1);
            System.arraycopy(buffer, end - kept, buffer, 0, kept);
        }
        return false;
    }

    private static boolean holds(byte[] buffer, int end, byte[] text) {
        for (int at = 0; at + text.length <= end; at++) {
            int same = 0;
            while (same < text.length && buffer[at + same] == text[same]) {
                same++;
            }
            if (same == text.length) {
                return true;
            }
        }
        return false;
    }
}
