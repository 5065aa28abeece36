package dev.datastack.acceptance.builds;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import java.util.zip.Deflater;

/** Finds the change that hides best: other letters at the end of a text, with which its class takes equal room in a jar. */
final class EqualSize {
    private static final int LETTERS = 26;
    private static final int CHANGED = 3;

    private EqualSize() {}

    static String of(Path classFile, String text) throws IOException {
        var content = new String(Files.readAllBytes(classFile), StandardCharsets.ISO_8859_1);
        int size = deflated(content);
        var kept = text.substring(0, text.length() - CHANGED);
        return IntStream.range(0, (int) Math.pow(LETTERS, CHANGED))
                .mapToObj(at -> kept + letters(at))
                .filter(other -> !other.equals(text) && deflated(content.replace(text, other)) == size)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no change of '" + text + "' keeps the size of " + classFile));
    }

    private static String letters(int number) {
        var letters = new StringBuilder();
        for (int rest = number; letters.length() < CHANGED; rest /= LETTERS) {
            letters.append((char) ('a' + rest % LETTERS));
        }
        return letters.toString();
    }

    private static int deflated(String text) {
        var deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
        deflater.setInput(text.getBytes(StandardCharsets.ISO_8859_1));
        deflater.finish();
        int size = deflater.deflate(new byte[text.length() + 64]);
        deflater.end();
        return size;
    }
}
