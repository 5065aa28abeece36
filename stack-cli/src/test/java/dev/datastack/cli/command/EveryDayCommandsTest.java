package dev.datastack.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.datastack.cli.FakeScreen;
import dev.datastack.cli.Fixture;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

@DisplayNameGeneration(ReplaceUnderscores.class)
class EveryDayCommandsTest {
    private static final String LOADS = """
            [{"id":1,"dataset":"flights","period":"2013-01","status":"failed","attempt":1,"read":0,"loaded":0,
              "rejected":0,"error":"file is missing"}]""";

    @TempDir
    private Path root;

    @SuppressWarnings("NullAway.Init")
    private Cli cli;

    @BeforeEach
    void a_stack_with_one_failed_service() {
        cli = new Cli(root);
        cli.docker.says("ps -a --format json", Fixture.read("ps-one-failed.jsonl"));
        cli.docker.fails("exec -T postgres psql", 2, "psql: error: database \"warehouse\" does not exist");
    }

    @Test
    void status_lists_services_in_start_order_and_says_no_when_one_failed() {
        assertThat(cli.run("status")).isEqualTo(1);
        assertThat(cli.out()).containsSubsequence("secrets", "postgres", "bad", "exited (3)", "late", "created");
        assertThat(cli.out()).contains("25432", "year 2013: flights 0/12");
    }

    @Test
    void without_a_database_status_does_not_say_that_nothing_is_loaded() {
        cli.docker.says(
                "ps -a --format json",
                Fixture.read("ps-one-failed.jsonl")
                        .lines()
                        .filter(line -> !line.contains("postgres"))
                        .collect(Collectors.joining("\n")));
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

    @Test
    void status_shows_memory_when_asked() {
        cli.docker.says("docker stats", "{\"Name\":\"tiny-postgres-1\",\"MemUsage\":\"572KiB / 64MiB\"}");
        cli.run("status", "--memory");
        assertThat(cli.out()).contains("MEMORY", "572KiB / 64MiB");
    }

    @Test
    void down_keeps_the_data() {
        cli.docker.says("down", "");
        assertThat(cli.run("down")).isZero();
        assertThat(cli.docker.calls()).last().asString().doesNotContain("--volumes");
        assertThat(cli.out()).contains("its data is kept");
    }

    @Test
    void down_with_volumes_stops_nothing_without_consent() {
        assertThat(cli.run("down", "--volumes")).isEqualTo(1);
        assertThat(cli.err()).contains("Your consent is needed", "--volumes --yes");
        assertThat(cli.docker.calls()).noneMatch(call -> call.contains(" down "));
    }

    @Test
    void down_with_volumes_deletes_them_after_a_yes() {
        cli.docker.says("down", "");
        cli.screen = FakeScreen.personWhoSays("yes");
        assertThat(cli.run("down", "--volumes")).isZero();
        assertThat(cli.docker.calls()).last().asString().endsWith("--volumes");
    }

    @Test
    void psql_hands_its_options_on_without_a_terminal() {
        assertThat(cli.run("psql", "-c", "select 1", "--csv")).isZero();
        assertThat(cli.docker.calls())
                .last()
                .asString()
                .endsWith("exec -T postgres psql -U postgres -d warehouse -c select 1 --csv");
    }

    @Test
    void psql_and_credentials_say_when_the_stack_is_down() {
        cli.docker.says("ps -a --format json", "");
        assertThat(cli.run("psql")).isEqualTo(1);
        assertThat(cli.run("credentials")).isEqualTo(1);
        assertThat(cli.run("etl", "status")).isEqualTo(1);
        assertThat(cli.err()).contains("The stack is not running", "./stack up");
    }

    @Test
    void logs_of_one_service_are_followed() {
        cli.run("logs", "postgres", "-f");
        assertThat(cli.docker.calls()).last().asString().endsWith("logs --tail 100 --follow postgres");
    }

    @Test
    void open_prints_the_addresses() {
        assertThat(cli.run("open")).isZero();
        assertThat(cli.out()).contains("PostgreSQL  postgresql://localhost:25432/warehouse");
    }

    @Test
    void credentials_come_out_of_the_containers() {
        var running = Fixture.read("ps-one-failed.jsonl")
                .replace("\"Service\":\"bad\"", "\"Service\":\"airflow-webserver\"")
                .replace("\"Service\":\"late\"", "\"Service\":\"pgadmin\"")
                .replace("\"State\":\"exited\"", "\"State\":\"running\"")
                .replace("\"State\":\"created\"", "\"State\":\"running\"");
        cli.docker.says("ps -a --format json", running);
        cli.docker.says("cat /run/secrets", "quite-secret");
        cli.docker.says("exec -T airflow-webserver cat /run/secrets/admin-password", "of-airflow");
        assertThat(cli.run("credentials")).isZero();
        assertThat(cli.out()).contains("Airflow     admin              of-airflow", "admin@example.com");
        assertThat(cli.run("credentials", "--json")).isZero();
    }

    @Test
    void etl_status_says_no_when_the_newest_load_failed() {
        cli.docker.says("exec -T postgres psql", LOADS);
        assertThat(cli.run("etl", "status")).isEqualTo(1);
        assertThat(cli.out()).contains("flights", "2013-01", "file is missing");
    }

    @Test
    void etl_status_without_a_ledger_says_so() {
        assertThat(cli.run("etl", "status", "--json")).isEqualTo(1);
        assertThat(cli.err()).contains("The ledger does not answer: psql: error");
        assertThat(cli.out()).isEmpty();
    }

    @Test
    void etl_load_and_rejects_run_in_the_service_and_hand_its_exit_code_on() {
        cli.docker.says(
                "ps -a --format json", Fixture.read("ps-one-failed.jsonl").replace("postgres", "etl-service"));
        cli.docker.attachedEndsWith(1);
        assertThat(cli.run("etl", "load", "flights", "2013-01..2013-03")).isEqualTo(1);
        assertThat(cli.docker.calls())
                .last()
                .asString()
                .endsWith("exec -T etl-service etl load flights 2013-01..2013-03");
        cli.run("etl", "rejects", "weather", "--json");
        assertThat(cli.docker.calls()).last().asString().endsWith("exec -T etl-service etl rejects weather --json");
    }

    @Test
    void etl_load_says_when_the_service_is_down() {
        assertThat(cli.run("etl", "load", "--all")).isEqualTo(1);
        assertThat(cli.err()).contains("The stack is not running: the service etl-service is down.");
    }

    @Test
    void engine_install_hands_the_terminal_and_its_exit_code_on() {
        cli.docker.attachedEndsWith(3);
        assertThat(cli.run("engine", "install", "--yes")).isEqualTo(3);
        assertThat(cli.docker.calls()).last().asString().startsWith("attached: bash ");
    }

    @Test
    void images_bases_has_one_line_for_each_base() {
        assertThat(cli.run("images", "bases")).isZero();
        assertThat(cli.out().lines()).hasSize(4).allMatch(line -> line.endsWith(": present"));
    }
}
