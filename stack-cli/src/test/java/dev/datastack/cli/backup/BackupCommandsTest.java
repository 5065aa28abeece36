package dev.datastack.cli.backup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.datastack.cli.command.Cli;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code backup} and {@code restore} on a fake server that has two databases of one table. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class BackupCommandsTest {
    @TempDir
    private Path root;

    private Cli cli;
    private FakeDatabases databases;
    private Path file;

    @BeforeEach
    void a_server() {
        file = root.resolve("monday.tar");
        databases = FakeDatabases.in(root);
        cli = databases.cli();
    }

    private void backedUp() {
        assertThat(cli.run("backup", file.toString())).as(cli.err()).isZero();
    }

    @Test
    void a_backup_is_restored_and_compared_before_it_gets_its_name() throws IOException {
        backedUp();
        assertThat(new BackupReader(file).wholeManifest().databases()).hasSize(2);
        assertThat(cli.docker.fed("pg_restore"))
                .asString(StandardCharsets.UTF_8)
                .isEqualTo("the dump");
        assertThat(root.resolve("monday.tar.partial")).doesNotExist();
        assertThat(root.resolve(".stack/backup")).doesNotExist();
        assertThat(cli.out()).contains("warehouse was restored once", "backup: " + file);
        assertThat(cli.docker.calls()).anyMatch(call -> call.contains("DROP DATABASE IF EXISTS backup_check_old"));
    }

    @Test
    void a_copy_that_differs_leaves_no_file_and_no_database() {
        cli.docker.says("content.sql", "table|core.flight|2|-17");
        assertThat(cli.run("backup", file.toString())).isEqualTo(1);
        assertThat(cli.err()).contains("The backup was not written", "core.flight has 2 rows", "instead of 3 rows");
        assertThat(root).isDirectoryNotContaining(path -> path.toString().contains("monday"));
        var calls = cli.docker.calls();
        assertThat(calls.get(calls.size() - 1)).contains("DROP DATABASE IF EXISTS backup_check_");
    }

    @Test
    void a_dump_that_fails_is_told_with_its_command() {
        cli.docker.fails("dump.sql", 3, "psql: error: /etc/stack/dump.sql: No such file or directory");
        assertThat(cli.run("backup", file.toString())).isEqualTo(1);
        assertThat(cli.err()).contains("The backup was not written", "No such file", "./stack up");
        assertThat(file).doesNotExist();
    }

    @Test
    void what_a_build_prints_is_not_taken_for_the_volume_of_pgadmin() {
        cli.docker.pours("volume.py save", call -> "#1 [internal] load".getBytes(StandardCharsets.UTF_8));
        assertThat(cli.run("backup", file.toString())).isEqualTo(1);
        assertThat(cli.err()).contains("is not a tar");
    }

    @Test
    void an_existing_file_is_kept_unless_forced() throws IOException {
        Files.writeString(file, "something");
        assertThat(cli.run("backup", file.toString())).isEqualTo(1);
        assertThat(cli.err()).contains("already exists", "--force");
        assertThat(file).hasContent("something");
        assertThat(cli.run("backup", file.toString(), "--force")).as(cli.err()).isZero();
    }

    @Test
    void a_full_disk_is_told_in_numbers_before_anything_is_written() {
        cli.docker.says("df -B1", "Avail\n999");
        assertThat(cli.run("backup", file.toString())).isEqualTo(1);
        assertThat(cli.err()).contains("has 1.0 kB left", "needs up to 1.0 kB");
        assertThat(cli.docker.calls()).noneMatch(call -> call.contains("dump.sql"));
    }

    @Test
    void a_folder_is_no_file_to_write_to_even_if_forced() {
        assertThat(cli.run("backup", root.toString(), "--force")).isEqualTo(1);
        assertThat(cli.err()).contains("is a folder", "./stack backup " + file.resolveSibling("backup.tar"));
        assertThat(cli.run("backup", file.resolveSibling("none/x.tar").toString()))
                .isEqualTo(1);
        assertThat(cli.err()).contains("mkdir -p " + file.resolveSibling("none"));
        assertThat(cli.docker.calls()).noneMatch(call -> call.contains("dump.sql"));
    }

    @Test
    void what_a_backup_does_not_hold_is_said() {
        cli.docker.says("NOT datistemplate", "sales").says("pg_roles", "bob");
        backedUp();
        assertThat(cli.out()).contains("backup: not in it, so save it yourself: database sales, role bob");
    }

    @Test
    void a_role_that_is_not_here_is_named_and_the_copy_is_dropped() {
        backedUp();
        cli.docker.fails(
                "pg_restore", 1, "pg_restore: error: could not execute query: ERROR:  role \"bob\" does not exist");
        assertThat(cli.run("restore", file.toString(), "--force")).isEqualTo(1);
        assertThat(cli.err())
                .contains(
                        "The backup was not restored", "| pg_restore: error", "./stack psql -c 'CREATE ROLE \"bob\"'");
        assertThat(cli.docker.calls()).last().asString().contains("DROP DATABASE IF EXISTS airflow_restored");
    }

    @Test
    void services_that_do_not_start_after_a_restore_are_told_with_their_logs() {
        backedUp();
        cli.docker
                .fails("never start etl-service", 1, "service \"airflow-init\" didn't complete successfully: exit 1")
                .says(
                        "ps -a --format json",
                        FakeDatabases.service("postgres") + "\n" + FakeDatabases.service("etl-service") + "\n"
                                + FakeDatabases.service("airflow-init")
                                        .replace("\"running\"", "\"exited\",\"ExitCode\":1"))
                .says("--tail 1 airflow-init", "the Fernet key is not the one");
        assertThat(cli.run("restore", file.toString(), "--force")).isEqualTo(4);
        assertThat(cli.err())
                .contains("the restored data is in place", "| the Fernet key is not the one", "--with-secrets");
    }

    @Test
    void a_pipe_or_a_device_is_neither_written_nor_read() {
        assertThat(cli.run("backup", "/dev/null", "--force")).isEqualTo(1);
        assertThat(cli.err()).contains("/dev/null is a device or a pipe", "./stack backup /dev/backup.tar");
        assertThat(cli.run("restore", "/dev/null", "--force")).isEqualTo(1);
        assertThat(cli.err()).contains("it is a pipe or a device", "copy it to a file first");
    }

    /** What Airflow has asked the warehouse for is then in the copy of the warehouse. */
    @Test
    void the_database_of_airflow_is_dumped_before_the_warehouse() {
        backedUp();
        var dumps = cli.docker.calls().stream()
                .filter(call -> call.contains("dump.sql") || call.contains("pg_dump"))
                .toList();
        assertThat(dumps.get(0)).contains("airflow");
        assertThat(dumps.get(dumps.size() - 1)).contains("warehouse");
    }

    @Test
    void json_is_the_manifest_and_nothing_else() {
        assertThat(cli.run("backup", file.toString(), "--json")).isZero();
        assertThat(cli.out())
                .startsWith("{")
                .contains("\"postgres\" : \"17.6\"")
                .doesNotContain("check:");
        assertThat(cli.err()).contains("check: ");
    }

    @Test
    void a_stack_with_data_is_not_overwritten_unless_forced() {
        backedUp();
        assertThat(cli.run("restore", file.toString())).isEqualTo(1);
        assertThat(cli.err())
                .contains("The backup was not restored", "Here: warehouse 3 rows in 1 tables", "add --force");
        assertThat(cli.docker.calls()).noneMatch(call -> call.contains("swap.sql") || call.contains(" stop "));
    }

    @Test
    void the_services_stop_after_the_copies_are_equal_and_start_after_the_swap() {
        backedUp();
        assertThat(cli.run("restore", file.toString(), "--force")).as(cli.err()).isZero();
        assertThat(databases.call("--dbname airflow_restored"))
                .isLessThan(databases.call("--dbname warehouse_restored"));
        assertThat(databases.call("--dbname warehouse_restored")).isLessThan(databases.call("stop etl-service"));
        assertThat(databases.call("stop etl-service")).isLessThan(databases.call("swap.sql"));
        assertThat(databases.call("swap.sql")).isLessThan(databases.call("volume.py restore"));
        assertThat(databases.call("volume.py restore")).isLessThan(databases.call("never start"));
    }

    @Test
    void a_copy_that_is_not_equal_stops_no_service() {
        backedUp();
        cli.docker.says("-d airflow_restored -X", "table|core.flight|3|0");
        assertThat(cli.run("restore", file.toString(), "--force")).isEqualTo(1);
        assertThat(cli.err()).contains("The backup was not restored", "the copy of airflow is not equal");
        assertThat(cli.docker.calls()).noneMatch(call -> call.contains("swap.sql") || call.contains(" stop "));
    }

    @Test
    void a_backup_of_a_newer_postgresql_is_refused() {
        backedUp();
        cli.docker.says("current_setting('server_version')", "16.9").says("server_version_num", "16");
        assertThat(cli.run("restore", file.toString(), "--force")).isEqualTo(1);
        assertThat(cli.err()).contains("The backup was refused", "from PostgreSQL 17.6, and here is the older 16.9");
    }

    @Test
    void a_stack_that_is_down_is_told() {
        cli.docker.says("ps -a --format json", "");
        assertThat(cli.run("backup")).isEqualTo(1);
        assertThat(cli.err()).contains("The stack is not running", "./stack up");
    }
}
