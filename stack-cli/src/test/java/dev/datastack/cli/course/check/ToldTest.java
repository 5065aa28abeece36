package dev.datastack.cli.course.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.datastack.cli.FakeRunner;
import dev.datastack.cli.process.Call;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ToldTest {
    private static String told(int exitCode, String out, String err) {
        return Told.briefly(FakeRunner.finished(Call.of("docker", "run", "image"), exitCode, out, err));
    }

    @Test
    void the_last_line_is_told() {
        assertThat(told(1, "working", "Traceback\nKeyError: 'year'\n\n")).isEqualTo("exit code 1: KeyError: 'year'");
        assertThat(told(0, "", "")).isEqualTo("exit code 0, and it prints nothing");
    }

    @Test
    void of_a_program_that_the_engine_cannot_start_the_cause_is_told() {
        var engine = """
                docker: Error response from daemon: failed to create task for container: failed to create shim task: OCI \
                runtime create failed: runc create failed: unable to start container process: error during container \
                init: exec: "java": executable file not found in $PATH: unknown

                Run 'docker run --help' for more information
                """;
        assertThat(told(127, "", engine))
                .isEqualTo("exit code 127: docker: exec: \"java\": executable file not found in $PATH: unknown");
    }

    @Test
    void a_short_command_is_shown_whole_and_a_script_by_its_beginning() {
        assertThat(Told.command(List.of("python", "/app/ask.py"))).isEqualTo("'python /app/ask.py'");
        assertThat(Told.command(List.of("python", "-c", "import socket\n" + "print(1)\n".repeat(20))))
                .startsWith("'python -c import socket print(1)")
                .endsWith("…'")
                .hasSizeLessThan(70);
    }

    @Test
    void a_word_stands_on_its_own_and_not_within_a_longer_one() {
        assertThat(Told.hasWord("write it to .env, please", ".env")).isTrue();
        assertThat(Told.hasWord("a token belongs in ./.env.", ".env")).isTrue();
        assertThat(Told.hasWord("while interpolating services.report.environment.TOKEN", ".env"))
                .isFalse();
        assertThat(Told.hasWord("see .env.example", ".env")).isFalse();
        assertThat(Told.hasWord("see course.env", ".env")).isFalse();
    }
}
