package dev.datastack.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.datastack.cli.FakeScreen;
import dev.datastack.cli.terminal.Terminal.Traits;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class TerminalTest {
    @Test
    void a_terminal_without_columns_is_taken_for_one_of_80() {
        var screen = new FakeScreen(new Traits(true, true, false, 0), "");
        new StatusLine(screen.terminal(), "step").now("x".repeat(200));
        assertThat(screen.out()).isEqualTo("\r\u001b[Kstep: " + "x".repeat(73));
    }

    @Test
    void keys_come_one_by_one_and_the_end_of_a_line_is_none() {
        var terminal = new FakeScreen(Traits.NONE, "h\nq").terminal();
        assertThat(terminal.key()).isEqualTo('h');
        assertThat(terminal.key()).isZero();
        assertThat(terminal.key()).isEqualTo('q');
        assertThat(terminal.key()).isEqualTo(Terminal.END_OF_INPUT);
    }
}
