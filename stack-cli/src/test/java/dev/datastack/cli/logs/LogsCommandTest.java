package dev.datastack.cli.logs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.datastack.cli.FakeScreen;
import dev.datastack.cli.command.Cli;
import dev.datastack.cli.terminal.Terminal.Traits;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class LogsCommandTest {
    @TempDir
    private Path root;

    @SuppressWarnings("NullAway.Init")
    private Cli cli;

    @BeforeEach
    void two_services_that_wrote() {
        cli = new Cli(root);
        cli.docker.says("logs --tail", """
                postgres-1  | ERROR:  relation "x" does not exist
                postgres-1  | checkpoint complete
                pgadmin-1   | no error here | but a border
                """);
    }

    @ParameterizedTest
    @CsvSource({
        "logs, logs --tail 100",
        "logs -n 5 postgres, logs --tail 5 postgres",
        "logs postgres -f, logs --tail 100 --follow postgres",
        "logs --since 10m, logs --tail all --since 10m",
        "logs --since 10m -n 3 -f, logs --tail 3 --since 10m --follow"
    })
    void docker_shows_them(String typed, String call) {
        cli.docker.attachedEndsWith(0);
        assertThat(cli.run(typed.split(" "))).isZero();
        assertThat(cli.docker.calls())
                .last()
                .asString()
                .startsWith("attached: ")
                .endsWith(call);
    }

    @Test
    void a_search_keeps_the_names_and_does_not_look_into_them() {
        assertThat(cli.run("logs", "--grep", "ERROR|postgres")).isZero();
        assertThat(cli.out()).isEqualTo("postgres-1  | ERROR:  relation \"x\" does not exist\n");
        assertThat(cli.docker.calls()).last().asString().endsWith("logs --tail all");
    }

    @Test
    void case_is_ignored_on_request() {
        cli.run("logs", "-g", "(?i)error", "-n", "7", "--since", "1h");
        assertThat(cli.out().lines()).hasSize(2);
        assertThat(cli.docker.calls()).last().asString().endsWith("logs --tail 7 --since 1h");
    }

    @Test
    void what_was_found_is_in_colour_on_a_terminal_only() {
        cli.screen = new FakeScreen(new Traits(true, true, true, 80), "");
        cli.run("logs", "--grep", "ERR.R");
        assertThat(cli.out()).isEqualTo("postgres-1  | \u001b[33mERROR\u001b[0m:  relation \"x\" does not exist\n");
    }

    @Test
    void a_pattern_that_matches_everywhere_matches_each_line_once() {
        cli.run("logs", "--grep", "$");
        assertThat(cli.out().lines()).hasSize(3);
    }

    @Test
    void no_match_is_a_negative_result() {
        assertThat(cli.run("logs", "--grep", "panic")).isEqualTo(1);
        assertThat(cli.out()).isEmpty();
    }

    @Test
    void what_docker_refuses_is_told() {
        cli.docker.fails("logs --tail", 14, "the log driver cannot be read");
        assertThat(cli.run("logs", "--grep", "a")).isEqualTo(14);
        assertThat(cli.err()).contains("the log driver cannot be read");
    }

    /** Docker answers with nothing, as if that service had written nothing. */
    @Test
    void a_service_that_is_none_is_a_usage_error() {
        assertThat(cli.run("logs", "postgers")).isEqualTo(2);
        assertThat(cli.err()).contains("There is no service 'postgers'; there are: ", "postgres");
        assertThat(cli.run("logs", "--grep", "a", "postgres", "postgers")).isEqualTo(2);
        assertThat(cli.docker.calls()).noneMatch(call -> call.contains("logs --tail"));
    }

    /** For 5 Docker shows all lines, since 1970; for -5m none, as of a time to come; for 0 lines below, all of them. */
    @ParameterizedTest
    @ValueSource(
            strings = {"--since=yesterday", "--since=-5m", "--since=5", "--since=", "--since=2026-01-31 08:00", "-n=-3"
            })
    void a_time_or_a_number_that_is_none_is_a_usage_error(String typed) {
        assertThat(cli.run("logs", typed, "postgres")).isEqualTo(2);
        assertThat(cli.err())
                .contains("Usage: stack logs")
                .containsAnyOf("is not a time; write how long ago", "0 or more");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "90s",
                "1h30m",
                "1.5h",
                "2026-01-31",
                "2026-01-31T08:00",
                "2026-01-31T08:00:00.5+01:00",
                "1790000000"
            })
    void every_form_of_a_time_that_docker_knows_is_passed_on(String time) {
        cli.docker.attachedEndsWith(0);
        assertThat(cli.run("logs", "--since", time)).as(cli.err()).isZero();
        assertThat(cli.docker.calls()).last().asString().endsWith("--since " + time);
    }

    @Test
    void a_pattern_that_is_none_is_a_usage_error() {
        assertThat(cli.run("logs", "--grep", "(")).isEqualTo(2);
        assertThat(cli.err())
                .contains("--grep", "'(' is not a regular expression: Unclosed group", "Usage: stack logs");
    }
}
