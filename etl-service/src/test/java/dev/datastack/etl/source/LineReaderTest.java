package dev.datastack.etl.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class LineReaderTest {

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 1_000, LineReader.LONGEST, 3 * LineReader.LONGEST})
    void lines_of_any_length_are_whole_however_the_bytes_come(int atOnce) throws IOException {
        StringBuilder text = new StringBuilder();
        List<String> expected = new ArrayList<>();
        for (int length = 0; length < 3_000; length += 7) {
            String line = "x".repeat(length);
            text.append(line).append(length % 2 == 0 ? "\n" : "\r\n");
            expected.add(line);
        }
        assertThat(lines(text.toString(), atOnce)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"0, false", "1, true", "100000, true"})
    void the_longest_line_is_whole_and_a_longer_one_is_cut(int beyond, boolean cut) throws IOException {
        String line = "x".repeat(LineReader.LONGEST + beyond);
        for (String end : List.of("", "\n", "\r\n", "\nnext\n", "\r\nnext\r\n")) {
            LineReader reader = reader(line + end, 1_000);
            assertThat(reader.advance()).isTrue();
            assertThat(reader.isCut()).isEqualTo(cut);
            assertThat(text(reader)).isEqualTo(line.substring(0, LineReader.LONGEST));
            assertThat(reader.advance()).isEqualTo(end.contains("next"));
            assertThat(reader.isCut()).isFalse();
        }
    }

    @Test
    void a_carriage_return_in_a_line_stays_there() throws IOException {
        assertThat(lines("a\rb\r\r\nc\r", 4)).containsExactly("a\rb\r", "c");
    }

    @Test
    void nothing_has_no_line() throws IOException {
        assertThat(lines("", 1)).isEmpty();
    }

    private static List<String> lines(String text, int atOnce) throws IOException {
        LineReader reader = reader(text, atOnce);
        List<String> lines = new ArrayList<>();
        while (reader.advance()) {
            lines.add(text(reader));
        }
        return lines;
    }

    private static String text(LineReader reader) {
        return new String(reader.copy(), StandardCharsets.UTF_8);
    }

    private static LineReader reader(String text, int atOnce) {
        return new LineReader(new Drops(text.getBytes(StandardCharsets.UTF_8), atOnce), () -> {});
    }

    /** Gives so many bytes at once, as a pipe or an inflater may. */
    private static final class Drops extends InputStream {

        private final ByteArrayInputStream bytes;
        private final int atOnce;

        Drops(byte[] bytes, int atOnce) {
            this.bytes = new ByteArrayInputStream(bytes);
            this.atOnce = atOnce;
        }

        @Override
        public int read() {
            return bytes.read();
        }

        @Override
        public int read(byte[] buffer, int from, int most) {
            return bytes.read(buffer, from, Math.min(most, atOnce));
        }
    }
}
