package dev.datastack.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class WrappedTest {
    @Test
    void a_text_is_broken_between_words_and_each_line_is_indented() {
        assertThat(Wrapped.words("one two three", "  ", 9)).containsExactly("  one two", "  three");
    }

    @Test
    void what_fits_keeps_its_blanks() {
        assertThat(Wrapped.words("PORT   FOR", "| ", 12)).containsExactly("| PORT   FOR");
    }

    @Test
    void a_command_in_quotation_marks_stays_on_one_line_and_an_apostrophe_opens_none() {
        assertThat(Wrapped.words("the engine's way: 'docker builder prune', or not the engine's", "", 26))
                .containsExactly("the engine's way:", "'docker builder prune', or", "not the engine's");
    }

    @Test
    void a_word_wider_than_the_screen_is_left_to_it() {
        assertThat(Wrapped.words("a bbbbbbbb c", "", 5)).containsExactly("a", "bbbbbbbb", "c");
    }
}
