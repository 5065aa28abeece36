package dev.datastack.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.datastack.cli.FakeScreen;
import dev.datastack.cli.Fixture;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

@DisplayNameGeneration(ReplaceUnderscores.class)
class EveryDayCommandsTest {
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
    void down_keeps_the_data() {
        cli.docker.says("down", "");
        assertThat(cli.run("down")).isZero();
        assertThat(cli.docker.calls()).last().asString().doesNotContain("--volumes");
        assertThat(cli.out()).contains("its data is kept");
    }

    @Test
    void down_with_volumes_stops_nothing_without_consent() {
        assertThat(cli.run("down", "--volumes")).isEqualTo(1);
        assertThat(cli.err()).contains("Your confirmation is needed", "--volumes --yes");
        assertThat(cli.docker.calls()).noneMatch(call -> call.contains(" down "));
    }

    @Test
    void down_with_volumes_deletes_them_after_a_yes() {
        cli.docker.says("down", "");
        cli.screen = FakeScreen.personWhoSays("yes");
        assertThat(cli.run("down", "--volumes")).isZero();
        assertThat(cli.docker.calls()).last().asString().endsWith("--volumes");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "up",
                "status",
                "status --json",
                "credentials",
                "down",
                "down --volumes --yes",
                "logs",
                "logs --grep x",
                "restart",
                "clean --yes",
                "clean --volumes --yes",
                "open",
                "psql",
                "etl status",
                "etl load flights",
                "etl rejects",
                "images save x.tar.gz",
                "images load x.tar.gz",
                "images sbom",
                "explain images",
                "course drill missing-page --yes"
            })
    void no_verb_touches_a_project_of_another_folder(String verb) {
        cli.docker.says("docker ps --all --filter label=com.docker.compose.project=tiny ", root.getParent() + "\n");
        assertThat(cli.run(verb.split(" "))).isEqualTo(1);
        assertThat(cli.err())
                .contains("The project belongs to another folder: containers of the project tiny belong to "
                        + root.getParent())
                .contains("./stack up --name ");
        assertThat(cli.out()).isEmpty();
        assertThat(cli.docker.calls())
                .allMatch(call -> call.matches("docker (version|compose version|ps|volume ls) .*")
                        || call.endsWith(" config --format json"));
    }

    @Test
    void what_of_the_shell_is_ignored_is_named_once_and_beside_the_answer() {
        cli.environment = Map.of("COMPOSE_FILE", "/elsewhere/compose.yaml");
        cli.run("status", "--json");
        assertThat(JsonMapper.shared().readTree(cli.out()).path("project").asString())
                .isEqualTo("tiny");
        assertThat(cli.err())
                .isEqualTo("stack: COMPOSE_FILE of your shell is ignored; put it into .env to use it here\n");
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
    void open_prints_the_addresses() {
        assertThat(cli.run("open")).isZero();
        assertThat(cli.out()).contains("PostgreSQL  postgresql://127.0.0.1:25432/warehouse");
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
