package dev.datastack.cli.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.util.ArrayList;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class LinesTest {
    @ParameterizedTest
    @ValueSource(strings = {"", "a", "a\n", "a\r\nb", "a\rb\n\nc\r", "\n", "\r\n\r\n", "a\n\rb"})
    void lines_end_where_a_buffered_reader_ends_them(String text) throws IOException {
        var lines = new ArrayList<String>();
        Lines.each(new StringReader(text), lines::add);
        assertThat(lines)
                .isEqualTo(new BufferedReader(new StringReader(text)).lines().toList());
    }

    @Test
    void a_line_that_does_not_end_is_cut() throws IOException {
        var lines = new ArrayList<String>();
        Lines.each(new Endless(20_000_000), lines::add);
        assertThat(lines).hasSize(1);
        assertThat(lines.get(0)).hasSize(16_000_000);
    }

    private static final class Endless extends Reader {
        private int left;

        Endless(int length) {
            left = length;
        }

        @Override
        public int read(char[] buffer, int from, int length) {
            if (left == 0) {
                return -1;
            }
            left--;
            buffer[from] = 'x';
            return 1;
        }

        @Override
        public void close() {}
    }
}
