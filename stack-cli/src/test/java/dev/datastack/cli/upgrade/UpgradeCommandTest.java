package dev.datastack.cli.upgrade;

import static org.assertj.core.api.Assertions.assertThat;

import dev.datastack.cli.FakeRunner;
import dev.datastack.cli.SavedTar;
import dev.datastack.cli.command.Cli;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code upgrade} between two fake servers: the service, and the container of the new version. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class UpgradeCommandTest {
    private static final String TABLE = "table|core.flight|3|-17";
    private static final String PROPERTIES = "ALTER DATABASE warehouse SET TimeZone = 'Europe/Berlin';";
    private static final String MODEL = """
            {"name":"tiny","networks":{"default":{"name":"tiny_default"}},
             "volumes":{"postgres-data":{"name":"tiny_postgres-data"}},
             "services":{"secrets":{"image":"tiny/postgres:dev","build":{"context":"/x"}},
                         "postgres":{"image":"tiny/postgres:dev"},"etl-service":{"image":"etl"},
                         "pgadmin":{"image":"pgadmin"}}}""";

    @TempDir
    private Path root;

    private Cli cli;

    @BeforeEach
    void two_servers() {
        cli = new Cli(root);
        cli.docker
                .says("config --format json", MODEL)
                .says("ps -a --format json", service("postgres") + "\n" + service("etl-service"))
                .says("current_setting('server_version')", "17.6")
                .says("server_version_num", "17")
                .says("to_regclass", "f")
                .says("pg_database_size", "1000")
                .says("df -B1", "Avail\n1000000")
                .says("SELECT datname FROM", "")
                .says("datdba", "etl")
                .says("CREATE DATABASE", "")
                .says("DROP DATABASE", "")
                .says("pg_restore", "")
                .says("content.sql", TABLE)
                .says("swap.sql", "")
                .says("properties.sql", PROPERTIES)
                .says("psql -U postgres -d postgres -Xq", "")
                .says(" build secrets", "")
                .says("docker image inspect", "[{\"Id\":\"sha256:1\"}]")
                .fails("docker volume inspect", 1, "no such volume")
                .says("docker volume create", "")
                .says("docker volume rm", "")
                .says("docker rm --force", "")
                .says("run --detach", "")
                .says("docker inspect --format json tiny-postgres-18", container("running", "healthy"))
                .says("docker logs", "")
                .says("docker stop", "")
                .says("never stop etl-service", "")
                .says("never start etl-service", "")
                .says("up -d --wait", "")
                .pours("volume.py save", call -> SavedTar.layer("pgadmin4.db", "settings"))
                .pours("dump.sql", call -> "the dump".getBytes(StandardCharsets.UTF_8))
                .on("dump.sql", call -> FakeRunner.finished(call, 0, "", TABLE));
    }

    private static String service(String name) {
        return "{\"ID\":\"1\",\"Name\":\"tiny-%s-1\",\"Service\":\"%s\",\"State\":\"running\",\"Publishers\":[]}"
                .formatted(name, name);
    }

    private static String container(String state, String health) {
        return "[{\"Id\":\"1\",\"State\":{\"Status\":\"%s\",\"ExitCode\":3,\"Health\":{\"Status\":\"%s\",\"Log\":[]}}}]"
                .formatted(state, health);
    }

    private int call(String words) {
        var calls = cli.docker.calls();
        for (int i = 0; i < calls.size(); i++) {
            if (calls.get(i).contains(words)) {
                return i;
            }
        }
        throw new AssertionError(words + " was not called: " + calls);
    }

    private String env() throws IOException {
        var file = root.resolve(".env");
        return Files.exists(file) ? Files.readString(file) : "";
    }

    private void isRefused(String... words) throws IOException {
        assertThat(cli.run("upgrade")).isEqualTo(1);
        assertThat(cli.err())
                .contains("The data was not moved to another version")
                .contains(words);
        assertThat(env()).doesNotContain("POSTGRES_VERSION");
    }

    @Test
    void it_is_rehearsed_while_the_services_run_and_done_while_they_are_stopped() throws IOException {
        assertThat(cli.run("upgrade")).as(cli.err()).isZero();
        assertThat(call("tiny-postgres-18 psql -U postgres -d postgres -X -v ON_ERROR_STOP=1 -f /etc/stack/swap.sql"))
                .isLessThan(call("never stop etl-service"));
        assertThat(cli.docker.calls())
                .filteredOn(call -> call.contains("swap.sql"))
                .hasSize(2);
        assertThat(call("never stop etl-service")).isLessThan(call("docker stop"));
        assertThat(call("docker stop")).isLessThan(call("up -d --wait postgres etl-service"));
        assertThat(env()).contains("POSTGRES_VERSION=18", "POSTGRES_VOLUME=postgres-data-18");
        assertThat(cli.out()).contains("docker volume rm tiny_postgres-data", "./stack upgrade --to 17 --force");
        assertThat(root.resolve(".stack/before-18.tar")).exists();
    }

    @Test
    void settings_of_the_databases_are_read_from_the_old_server_and_run_on_the_new_one() {
        assertThat(cli.run("upgrade")).as(cli.err()).isZero();
        assertThat(
                        call(
                                "exec -T postgres psql -U postgres -d postgres -X -v ON_ERROR_STOP=1 -f /etc/stack/properties.sql"))
                .isLessThan(call("never stop etl-service"));
        assertThat(cli.docker.fed("tiny-postgres-18 psql -U postgres -d postgres -Xq"))
                .asString()
                .isEqualTo(PROPERTIES);
    }

    @Test
    void a_container_from_before_an_update_of_the_clone_is_told() throws IOException {
        cli.docker.fails("properties.sql", 1, "psql: error: /etc/stack/properties.sql: No such file or directory");
        isRefused("the settings of the databases cannot be read", "No such file", "./stack up");
        assertThat(cli.docker.calls()).noneMatch(call -> call.contains("never stop"));
    }

    @Test
    void what_the_new_server_refuses_is_told_and_the_data_is_moved() {
        cli.docker.on(
                "psql -U postgres -d postgres -Xq",
                call -> FakeRunner.finished(call, 0, "", "ERROR:  role \"ann\" does not exist"));
        assertThat(cli.run("upgrade")).as(cli.err()).isZero();
        assertThat(cli.out()).contains("move: left out, ERROR:  role \"ann\" does not exist");
    }

    @Test
    void a_rehearsal_that_is_not_equal_stops_no_service() throws IOException {
        cli.docker.says("-d warehouse_restored -X", "table|core.flight|2|-17");
        isRefused("core.flight has 2 rows");
        assertThat(cli.docker.calls()).noneMatch(call -> call.contains("never stop"));
        assertThat(cli.docker.calls().get(cli.docker.calls().size() - 2)).contains("docker rm --force");
    }

    @Test
    void a_move_that_is_not_equal_starts_the_services_again() throws IOException {
        cli.docker.on("never stop etl-service", call -> {
            cli.docker.says("-d airflow_restored -X", "table|core.flight|2|-17");
            return FakeRunner.finished(call, 0, "", "");
        });
        isRefused("the copy of airflow is not equal");
        assertThat(call("never stop etl-service")).isLessThan(call("never start etl-service"));
    }

    @Test
    void a_database_that_is_not_the_stacks_is_named() throws IOException {
        cli.docker.says("NOT datistemplate", "My Db");
        isRefused("databases that are not the stack's: My Db", "pg_dump", "'My Db.dump'");
        assertThat(cli.docker.calls()).noneMatch(call -> call.contains("run --detach"));
    }

    @Test
    void a_full_disk_is_told_in_numbers() throws IOException {
        cli.docker.says("df -B1", "Avail\n2999");
        isRefused("has 3.0 kB left");
    }

    @Test
    void a_volume_with_older_data_is_replaced_only_when_told() throws IOException {
        cli.docker.says("docker volume inspect", "[]");
        isRefused("the volume tiny_postgres-data-18 already has data", "--force");
        assertThat(cli.docker.calls()).noneMatch(call -> call.contains("docker volume rm"));
        assertThat(cli.run("upgrade", "--force")).as(cli.err()).isZero();
        assertThat(cli.docker.calls()).contains("docker volume rm tiny_postgres-data-18");
    }

    @Test
    void a_volume_that_an_interrupted_upgrade_left_is_made_anew() throws IOException {
        Files.createDirectories(root.resolve(".stack"));
        Files.createFile(root.resolve(".stack/upgrade-tiny_postgres-data-18"));
        cli.docker.says("docker volume inspect", "[]");
        assertThat(cli.run("upgrade")).as(cli.err()).isZero();
        assertThat(root.resolve(".stack/upgrade-tiny_postgres-data-18")).doesNotExist();
    }

    @Test
    void the_volume_that_serves_the_stack_is_no_longer_one_that_is_being_filled() throws IOException {
        Files.createDirectories(root.resolve(".stack"));
        Files.createFile(root.resolve(".stack/upgrade-tiny_postgres-data"));
        assertThat(cli.run("upgrade")).as(cli.err()).isZero();
        assertThat(root.resolve(".stack/upgrade-tiny_postgres-data")).doesNotExist();
    }

    @Test
    void a_server_that_exits_is_told_with_its_last_lines() throws IOException {
        cli.docker
                .says("docker inspect --format json tiny-postgres-18", container("exited", "starting"))
                .says("docker logs", "FATAL: no");
        isRefused("PostgreSQL 18 did not start: it exited with code 3", "FATAL: no");
    }

    @Test
    void a_server_that_is_never_healthy_is_given_up() throws IOException {
        cli.docker.says("docker inspect --format json tiny-postgres-18", container("running", "starting"));
        isRefused("it is not healthy after 10 minutes");
    }

    @Test
    void a_build_that_fails_is_told() throws IOException {
        cli.docker.fails(" build secrets", 17, "no space left on device");
        isRefused("no space left on device");
    }

    @Test
    void a_variable_of_the_shell_is_refused_because_it_would_win() throws IOException {
        cli.environment = Map.of("POSTGRES_VERSION", "17");
        isRefused("POSTGRES_VERSION is set in the shell", "unset POSTGRES_VERSION");
    }

    @Test
    void the_version_that_is_there_needs_no_move() {
        assertThat(cli.run("upgrade", "--to", "17")).isZero();
        assertThat(cli.out()).contains("with PostgreSQL 17 already");
    }

    @Test
    void a_version_that_the_stack_does_not_know_is_a_usage_error() {
        assertThat(cli.run("upgrade", "--to", "16")).isEqualTo(2);
        assertThat(cli.err()).contains("17 and 18, not 16");
    }
}
