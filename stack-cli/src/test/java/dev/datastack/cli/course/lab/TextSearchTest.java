package dev.datastack.cli.course.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class TextSearchTest {
    private static boolean found(String text, String in) throws IOException {
        return new TextSearch(text).in(new ByteArrayInputStream(in.getBytes(StandardCharsets.UTF_8)));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 65_530, 65_533, 65_535, 65_536, 65_540, 131_070, 200_000})
    void a_text_is_found_wherever_the_buffers_edge_is(int before) throws IOException {
        assertThat(found("secret", "x".repeat(before) + "secret" + "y".repeat(10)))
                .isTrue();
    }

    @Test
    void what_only_begins_like_it_is_not_it() throws IOException {
        assertThat(found("secret", "secre" + "x".repeat(70_000) + "t")).isFalse();
        assertThat(found("secret", "")).isFalse();
    }

    @Test
    void any_of_some_texts_is_found() throws IOException {
        var search = new TextSearch("bin/javac", "jmod");
        assertThat(search.in(new ByteArrayInputStream("a jmod".getBytes(StandardCharsets.UTF_8))))
                .isTrue();
        assertThat(search.in(new ByteArrayInputStream("bin/java".getBytes(StandardCharsets.UTF_8))))
                .isFalse();
    }
}
