package dev.datastack.cli.course.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ToldTest {
    @Test
    void a_short_command_is_shown_whole_and_a_script_by_its_beginning() {
        assertThat(Told.command(List.of("python", "/app/ask.py"))).isEqualTo("'python /app/ask.py'");
        assertThat(Told.command(List.of("python", "-c", "import socket\n" + "print(1)\n".repeat(20))))
                .startsWith("'python -c import socket print(1)")
                .endsWith("…'")
                .hasSizeLessThan(70);
    }
}
