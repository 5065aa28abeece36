package dev.datastack.cli.etl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.datastack.cli.Fixture;
import dev.datastack.cli.command.Cli;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class EtlCommandsTest {
    @TempDir
    private Path root;

    @SuppressWarnings("NullAway.Init")
    private Cli cli;

    @BeforeEach
    void a_stack_with_one_failed_service() {
        cli = new Cli(root);
        cli.docker.says("ps -a --format json", Fixture.read("ps-one-failed.jsonl"));
    }

    @Test
    void etl_load_status_and_rejects_run_in_the_service_and_hand_its_exit_code_on() {
        cli.docker.says(
                "ps -a --format json", Fixture.read("ps-one-failed.jsonl").replace("postgres", "etl-service"));
        cli.docker.attachedEndsWith(1);
        assertThat(cli.run("etl", "load", "flights", "2013-01..2013-03")).isEqualTo(1);
        assertThat(cli.docker.calls())
                .last()
                .asString()
                .endsWith("exec -T etl-service etl load flights 2013-01..2013-03");
        assertThat(cli.run("etl", "status", "--history", "--json")).isEqualTo(1);
        assertThat(cli.docker.calls()).last().asString().endsWith("exec -T etl-service etl status --history --json");
        cli.run("etl", "rejects", "weather", "--json");
        assertThat(cli.docker.calls()).last().asString().endsWith("exec -T etl-service etl rejects weather --json");
    }

    @Test
    void each_says_when_the_service_is_down() {
        assertThat(cli.run("etl", "status")).isEqualTo(1);
        assertThat(cli.run("etl", "load", "--all")).isEqualTo(1);
        assertThat(cli.err()).contains("The stack is not running: the service etl-service is down.");
    }

    @Test
    void one_that_is_paused_is_not_to_be_started() {
        cli.docker.says("ps -a --format json", "{\"Service\": \"etl-service\", \"State\": \"paused\"}");
        assertThat(cli.run("etl", "status")).isEqualTo(1);
        assertThat(cli.err())
                .contains("the service etl-service is paused.", "docker compose unpause etl-service")
                .doesNotContain("stack up");
    }
}
