package dev.datastack.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.datastack.cli.FakeScreen;
import dev.datastack.cli.Fixture;
import dev.datastack.cli.terminal.Terminal.Traits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

@DisplayNameGeneration(ReplaceUnderscores.class)
class StatusCommandTest {
    @TempDir
    private Path root;

    @SuppressWarnings("NullAway.Init")
    private Cli cli;

    @BeforeEach
    void a_stack_with_one_failed_service() {
        cli = new Cli(root);
        cli.docker.says("ps -a --format json", Fixture.read("ps-one-failed.jsonl"));
        cli.docker.fails("psql -U postgres -d", 2, "psql: error: database \"warehouse\" does not exist");
    }

    @Test
    void on_a_narrow_screen_each_service_has_lines_of_its_own() {
        cli.screen = new FakeScreen(new Traits(true, true, false, 40), "");
        assertThat(cli.run("status")).isEqualTo(1);
        assertThat(cli.out().lines())
                .allMatch(line -> line.length() <= 40)
                .containsSubsequence("postgres", "  postgresql://127.0.0.1:25432/warehouse", "bad", "  exited (3)");
    }

    @Test
    void elsewhere_the_columns_stay() {
        cli.screen = new FakeScreen(new Traits(false, false, false, 40), "");
        assertThat(cli.run("status")).isEqualTo(1);
        assertThat(cli.out().lines()).anyMatch(line -> line.matches("SERVICE +STATE +HEALTH +UP +ADDRESS"));
    }

    @Test
    void status_lists_services_in_start_order_and_says_no_when_one_failed() {
        assertThat(cli.run("status")).isEqualTo(1);
        assertThat(cli.out()).containsSubsequence("secrets", "postgres", "bad", "exited (3)", "late", "created");
        assertThat(cli.out()).contains("postgresql://127.0.0.1:25432/warehouse", "year 2013: flights 0/12");
    }

    @Test
    void without_a_database_status_does_not_say_that_nothing_is_loaded() {
        cli.docker.says("docker inspect", cli.inspected().replace("\"running\"", "\"paused\""));
        cli.run("status");
        assertThat(cli.out())
                .contains("year 2013: not known while postgres does not run")
                .doesNotContain("0/12");
    }

    @Test
    void status_json_is_json_and_nothing_else() {
        cli.run("status", "--json");
        var json = JsonMapper.shared().readTree(cli.out());
        assertThat(json.path("project").asString()).isEqualTo("tiny");
        assertThat(json.path("services").path(1).path("probe").asString()).isEqualTo("probe says fine");
        assertThat(cli.err()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "--json", "--stats", "--stats --json"})
    void status_needs_no_parser_for_its_own_words_and_answers_the_same(String options) {
        cli.docker.says(
                "docker stats", "{\"Name\":\"tiny-postgres-1\",\"MemUsage\":\"572KiB / 64MiB\",\"CPUPerc\":\"0.31%\"}");
        cli.run(("status " + options).strip().split(" "));
        var parsed = new Cli(root);
        parsed.docker.says(
                "docker stats", "{\"Name\":\"tiny-postgres-1\",\"MemUsage\":\"572KiB / 64MiB\",\"CPUPerc\":\"0.31%\"}");
        parsed.docker.fails("psql -U postgres -d", 2, "psql: error: database \"warehouse\" does not exist");
        assertThat(parsed.parse(("status " + options).strip().split(" "))).isEqualTo(1);
        assertThat(cli.out()).isEqualTo(parsed.out());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"status --help", "status --jsn", "status --json --json", "status --json --watch", "status x"})
    void what_else_is_said_of_status_is_parsed(String words) {
        cli.run(words.split(" "));
        assertThat(cli.out() + cli.err())
                .containsAnyOf("Usage: stack status", "mutually exclusive", "Possible solutions: --json");
        assertThat(cli.docker.calls()).isEmpty();
    }

    @Test
    void a_status_that_knows_the_model_asks_the_engine_four_times_and_compose_never() throws IOException {
        Files.writeString(root.resolve("docker-compose.yml"), "services: {}");
        cli.run("status");
        var before = cli.docker.calls().size();
        cli.run("status");
        var calls = cli.docker.calls().subList(before, cli.docker.calls().size());
        assertThat(calls).hasSize(4).noneMatch(call -> call.contains("docker compose"));
    }

    @Test
    void a_model_that_is_known_does_not_show_the_containers_of_another_folder() throws IOException {
        Files.writeString(root.resolve("docker-compose.yml"), "services: {}");
        cli.run("status");
        var other = new Cli(root);
        other.docker.says("docker inspect", cli.inspected().replace(root.toString(), "/"));
        assertThat(other.run("status")).isEqualTo(1);
        assertThat(other.err()).contains("containers of the project tiny belong to /.");
        assertThat(other.out()).isEmpty();
    }

    @Test
    void an_engine_that_is_gone_since_the_model_was_kept_is_named() throws IOException {
        Files.writeString(root.resolve("docker-compose.yml"), "services: {}");
        cli.run("status");
        var later = new Cli(root);
        later.docker
                .fails("docker ps", 1, "Cannot connect to the Docker daemon")
                .fails("docker version", 1, "Cannot connect to the Docker daemon");
        assertThat(later.run("status")).isEqualTo(3);
        assertThat(later.err()).contains("The Docker engine does not respond");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--stats", "--memory"})
    void status_shows_memory_and_processor_when_asked(String option) {
        cli.docker.says(
                "docker stats", "{\"Name\":\"tiny-postgres-1\",\"MemUsage\":\"572KiB / 64MiB\",\"CPUPerc\":\"0.31%\"}");
        cli.run("status", option);
        assertThat(cli.out()).contains("CPU", "MEMORY", "0.31%", "572KiB / 64MiB");
    }

    @Test
    void status_says_why_the_year_is_short_and_how_to_go_on() {
        cli.docker.says("-d warehouse", """
                {"flights":11,"weather":12,"reference":4,"rows":300,"martMonths":11,"waiting":0,"failures":
                 [{"dataset":"flights","period":"2013-02","reason":"the file is missing"}]}""".replace("\n", ""));
        cli.docker.says("-d airflow", """
                {"active":0,"succeeded":11,"failed":[{"dag":"flights_month","run":"r1"}],"tasks":[
                 {"dag":"flights_month","run":"r1","task":"load","state":"failed","attempt":1,"attempts":9}]}
                """.replace("\n", ""));
        var webserver = cli.inspected()
                .replace(
                        "\"com.docker.compose.service\": \"late\"",
                        "\"com.docker.compose.service\": \"airflow-webserver\"")
                .replace("\"Running\": false", "\"Running\": true");
        cli.docker.says("docker inspect", webserver);
        cli.docker.says("tail -c", "{\"level\":\"error\",\"event\":\"Load 3 failed\"}");
        cli.run("status");
        assertThat(cli.out())
                .contains(
                        "year 2013: flights 11/12",
                        "load failed: flights 2013-02: the file is missing",
                        "run failed: flights_month r1, task load, attempt 1 of 9: Load 3 failed",
                        "when the cause is fixed: docker compose exec airflow-scheduler airflow tasks clear");
        cli.run("status", "--json");
        var json = JsonMapper.shared().readTree(cli.out().substring(cli.out().indexOf("{\n")));
        assertThat(json.path("runs").path("failed").path(0).path("run").asString())
                .isEqualTo("r1");
        assertThat(json.path("loads").path("failures").path(0).path("period").asString())
                .isEqualTo("2013-02");
        assertThat(json.path("whyShort")).hasSize(2);
    }

    @Test
    void status_names_a_kill_for_memory_of_a_service_that_runs_again() {
        var postgres = "58522ab2a24a";
        cli.docker
                .says("docker inspect", """
                        [{"Id":"%sffff","RestartCount":33,"State":{"ExitCode":0,"Status":"running"},
                          "Config":{"Labels":{"com.docker.compose.service":"postgres",
                           "com.docker.compose.project.working_dir":"%s"}},"HostConfig":{"Memory":16777216}}]
                        """.formatted(postgres, root))
                .says("docker events", "{\"Action\":\"oom\",\"Actor\":{\"ID\":\"%sffff\"}}".formatted(postgres));
        cli.run("status");
        assertThat(cli.out())
                .contains(
                        "postgres was killed because it was out of memory (its limit is 16 MB)",
                        "limits: {memory: 32M}");
    }
}
