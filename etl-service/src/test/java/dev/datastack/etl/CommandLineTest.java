package dev.datastack.etl;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class CommandLineTest {

    @Test
    void without_a_word_it_works() {
        assertThat(CommandLine.parse()).isEqualTo(new CommandLine.Work());
        assertThat(CommandLine.parse("worker")).isEqualTo(new CommandLine.Work());
    }

    @Test
    void an_unknown_word_is_answered_with_the_usage() {
        assertThat(CommandLine.parse("wroker", "now"))
                .isInstanceOfSatisfying(
                        CommandLine.Usage.class,
                        usage -> assertThat(usage.text()).contains("Unknown: wroker now", "Usage: java -jar"));
    }
}
