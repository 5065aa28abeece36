package dev.datastack.cli.process;

import java.io.IOException;
import java.io.Reader;
import java.util.function.Consumer;

/** Splits text into lines as {@link java.io.BufferedReader} does, but cuts one that does not end. */
final class Lines {
    private static final int LONGEST = 16_000_000;

    private Lines() {}

    static void each(Reader reader, Consumer<String> sink) throws IOException {
        var line = new StringBuilder();
        boolean begun = false;
        int before = 0;
        for (int c = reader.read(); c >= 0; c = reader.read()) {
            if (c == '\r' || (c == '\n' && before != '\r')) {
                sink.accept(line.toString());
                line.setLength(0);
                begun = false;
            } else if (c != '\n') {
                begun = true;
                if (line.length() < LONGEST) {
                    line.append((char) c);
                }
            }
            before = c;
        }
        if (begun) {
            sink.accept(line.toString());
        }
    }
}
