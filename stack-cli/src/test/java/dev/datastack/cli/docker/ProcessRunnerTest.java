package dev.datastack.cli.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ProcessRunnerTest {
    private final ProcessRunner runner = new ProcessRunner();

    private static Call sh(String script) {
        return Call.of("sh", "-c", script);
    }

    @Test
    void both_streams_are_drained_however_full() {
        var finished = runner.run(sh("seq 100000 >&2; seq 100000; exit 7"));
        assertThat(finished.exitCode()).isEqualTo(7);
        assertThat(finished.out()).hasSize(100_000);
        assertThat(finished.err()).hasSize(100_000);
    }

    @Test
    void it_runs_in_the_folder_and_without_input(@TempDir Path folder) throws Exception {
        var finished = runner.run(sh("cat; pwd").in(folder));
        assertThat(finished.outText()).isEqualTo(folder.toRealPath().toString());
    }

    @Test
    void its_variables_come_on_top_of_the_environment() {
        var finished = runner.run(sh("echo $BASE_PREFIX; test -n \"$PATH\"").with(Map.of("BASE_PREFIX", "mirror/")));
        assertThat(finished.outText()).isEqualTo("mirror/");
        assertThat(finished.well()).isTrue();
    }

    @Test
    void an_empty_variable_is_taken_away() {
        var finished = runner.run(sh("echo ${HOME-none}").with(Map.of("HOME", "")));
        assertThat(finished.outText()).isEqualTo("none");
    }

    @Test
    void a_command_that_does_not_end_is_stopped() {
        assertThatThrownBy(() -> runner.run(sh("sleep 60").within(Duration.ofMillis(200))))
                .isInstanceOf(CommandException.class)
                .hasMessageContaining("no end within");
    }

    @Test
    void a_command_that_says_nothing_is_stopped_before_its_limit() {
        assertThatThrownBy(() -> runner.run(sh("sleep 60").speakingWithin(Duration.ofMillis(200))))
                .isInstanceOf(CommandException.class)
                .hasMessageContaining("no answer within");
    }

    @Test
    void a_command_that_ends_without_a_word_has_answered() {
        assertThat(runner.run(sh("exit 4").speakingWithin(Duration.ofSeconds(30)))
                        .exitCode())
                .isEqualTo(4);
    }

    @Test
    void a_missing_command_is_told_apart() {
        assertThatThrownBy(() -> runner.run(Call.of("no-such-command-here")))
                .isInstanceOfSatisfying(
                        CommandException.class, e -> assertThat(e.isAbsent()).isTrue());
    }

    @Test
    void a_followed_command_tells_lines_until_it_is_closed() throws Exception {
        var lines = new LinkedBlockingQueue<String>();
        try (var following = runner.follow(sh("echo first; sleep 60").telling(lines::add))) {
            assertThat(following).isNotNull();
            assertThat(lines.poll(10, TimeUnit.SECONDS)).isEqualTo("first");
        }
    }

    @Test
    void an_attached_command_gives_its_exit_code() {
        assertThat(runner.attach(sh("exit 5"))).isEqualTo(5);
    }
}
