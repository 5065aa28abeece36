package dev.datastack.cli.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
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
        var finished = runner.run(sh("cat; pwd -P").in(folder));
        assertThat(finished.outText()).isEqualTo(folder.toRealPath().toString());
    }

    @Test
    void what_a_command_is_fed_arrives_to_its_last_byte() throws Exception {
        var bytes = new byte[3_000_000];
        var finished = runner.feed(sh("wc -c"), out -> out.write(bytes));
        assertThat(finished.outText()).isEqualTo("3000000");
    }

    @Test
    void one_that_ends_without_having_read_all_tells_why_itself() throws Exception {
        var bytes = new byte[3_000_000];
        var finished = runner.feed(sh("echo 'no such database' >&2; exit 3"), out -> out.write(bytes));
        assertThat(finished.exitCode()).isEqualTo(3);
        assertThat(finished.lastWords()).isEqualTo("no such database");
    }

    @Test
    void its_variables_come_on_top_of_the_environment() {
        var finished = runner.run(sh("echo $BASE_PREFIX; test -n \"$PATH\"").with(Map.of("BASE_PREFIX", "mirror/")));
        assertThat(finished.outText()).isEqualTo("mirror/");
        assertThat(finished.well()).isTrue();
    }

    @Test
    void what_is_left_out_of_its_environment_reaches_no_command() {
        var withheld = new ProcessRunner(Map.of("PATH", "/usr/bin:/bin", "ADDED", "here"));
        assertThat(withheld.run(sh("echo ${HOME-none} $ADDED")).outText()).isEqualTo("none here");
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
                .hasMessageContaining("it did not finish within");
    }

    @Test
    void one_that_does_not_listen_is_stopped_with_its_children() {
        var children = sh("trap '' TERM; sh -c 'trap \"\" TERM; sleep 300 & echo $!; wait' & wait");
        var pids = new CopyOnWriteArrayList<String>();
        assertThatThrownBy(
                        () -> runner.run(children.within(Duration.ofSeconds(2)).telling(pids::add)))
                .isInstanceOf(CommandException.class);
        assertThat(pids).hasSize(1);
        // Who adopted it may not have taken notice of its end: then it is a zombie.
        var state = runner.run(Call.of("ps", "-o", "stat=", "-p", pids.get(0))).outText();
        assertThat(state).matches("(Z.*)?");
    }

    @Test
    void a_call_may_bring_an_environment_of_its_own() {
        var printed = runner.run(sh("env").only(Map.of("OWN", "1")).with(Map.of("MORE", "2")))
                .out();
        assertThat(printed).contains("OWN=1", "MORE=2").noneMatch(line -> line.startsWith("HOME="));
    }

    @Test
    void a_command_that_says_nothing_is_stopped_before_its_limit() {
        assertThatThrownBy(() -> runner.run(sh("sleep 60").speakingWithin(Duration.ofMillis(200))))
                .isInstanceOf(CommandException.class)
                .hasMessageContaining("it did not respond within");
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
    @Timeout(60)
    void a_followed_command_that_ends_by_itself_is_seen_to_have_ended() throws Exception {
        try (var following = runner.follow(sh("exit 0"))) {
            while (following.isOpen()) {
                // The timeout interrupts it.
                TimeUnit.MILLISECONDS.sleep(10);
            }
        }
        try (var following = runner.follow(sh("sleep 60"))) {
            assertThat(following.isOpen()).isTrue();
        }
    }

    /** A pipe would break, and a command that writes to it would end. */
    @Test
    @Timeout(60)
    void a_command_that_outlives_writes_on_when_its_starter_is_gone(@TempDir Path folder) throws Exception {
        var script =
                "cd " + folder + "; until [ -e gone ]; do sleep 0.1; done; echo out; echo err >&2; echo done > end";
        var java = Path.of(System.getProperty("java.home", ""), "bin", "java").toString();
        var classes = System.getProperty("java.class.path", "");
        var starter = runner.run(Call.of(java, "-cp", classes, RunnerThatEnds.class.getName(), script));
        assertThat(starter.well()).as(starter.errText()).isTrue();
        Files.createFile(folder.resolve("gone"));
        var end =
                runner.run(sh("until [ -e end ]; do sleep 0.1; done").in(folder).within(Duration.ofSeconds(30)));
        assertThat(end.well()).isTrue();
    }

    @Test
    void a_command_that_outlives_has_no_limit_and_both_its_streams_at_its_end() {
        var call = sh("echo out; echo err >&2; exit 3").outliving().within(Duration.ZERO);
        var finished = runner.run(call);
        assertThat(finished.exitCode()).isEqualTo(3);
        assertThat(finished.out()).containsExactly("out");
        assertThat(finished.err()).containsExactly("err");
    }

    @Test
    void an_attached_command_gives_its_exit_code() {
        assertThat(runner.attach(sh("exit 5"))).isEqualTo(5);
    }
}
