package dev.datastack.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PrintableTest {
    @Test
    void what_would_move_the_cursor_break_a_line_or_turn_the_text_round_is_shown_instead() {
        assertThat(Printable.of("a\u001b[2Jb\nc\u202ed\u009be\ud800f"))
                .isEqualTo("a\\x1b[2Jb\\x0ac\\u202ed\\x9be\\ud800f");
    }

    @Test
    void letters_of_every_language_and_pictures_stay() {
        assertThat(Printable.of("über 日本 😀")).isEqualTo("über 日本 😀");
    }
}
