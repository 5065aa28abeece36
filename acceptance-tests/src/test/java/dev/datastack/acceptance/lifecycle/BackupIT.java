package dev.datastack.acceptance.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.datastack.acceptance.stack.NeedsEngine;
import dev.datastack.acceptance.stack.Project;
import dev.datastack.acceptance.stack.Repository;
import dev.datastack.acceptance.stack.Shell;
import dev.datastack.acceptance.stack.StackCommand;
import dev.datastack.cli.process.Finished;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** Backups and restores of a stack of its own: PostgreSQL, the ETL service, pgAdmin, and Airflow's schema. */
@NeedsEngine
@Tag("long")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class BackupIT {
    private static final Duration LONG = Duration.ofMinutes(15);

    /** In one snapshot, a load that is done has exactly its rows in the month. */
    private static final String LOADS_WITHOUT_THEIR_ROWS = """
            SELECT count(*)
            FROM (SELECT DISTINCT ON (period) period, rows_loaded FROM etl.load
                  WHERE dataset = 'flights' AND status = 'done' ORDER BY period, id DESC) AS load
            WHERE rows_loaded <> (SELECT count(*) FROM core.flight WHERE to_char(flight_date, 'YYYY-MM') = period)
            """;

    private static final Project PROJECT = Project.fresh(Repository.root());
    private static final WitnessVolume WITNESS = new WitnessVolume(PROJECT);
    private static final LearnersObjects LEARNERS = new LearnersObjects(PROJECT);

    @TempDir
    private static Path folder;

    @BeforeAll
    static void a_stack_that_loads() {
        well(PROJECT.up("--wait", "postgres", "etl-service", "pgadmin"));
        well(PROJECT.shell().within(LONG).run("docker", "compose", "run", "--rm", "-T", "airflow-init"));
        WITNESS.create();
        for (var dataset : List.of("airlines", "airports", "planes", "timezones")) {
            well(PROJECT.exec("etl-service", "etl", "load", dataset));
        }
    }

    @AfterAll
    static void remove() {
        var seen = WITNESS.content();
        PROJECT.close();
        WITNESS.remove();
        assertThat(seen).as("the volume of another project").isEqualTo(WitnessVolume.WORD);
    }

    @Test
    @Order(1)
    void a_backup_during_loads_is_one_snapshot() throws SQLException {
        PROJECT.warehouse()
                .change(
                        "INSERT INTO etl.load (dataset, period, requested_by) SELECT 'flights', to_char(m, 'YYYY-MM'), 'backup'"
                                + " FROM generate_series('2013-01-01'::date, '2013-12-01', '1 month') AS m, generate_series(1, 20)");
        awaitLoads("count(*) FILTER (WHERE status = 'done' AND dataset = 'flights') > 0");
        well(stack("backup", file("load.tar")));
        PROJECT.warehouse().change("DELETE FROM etl.load WHERE status = 'requested'");
        byHand("tar -xf load.tar && sha256sum --check SHA256SUMS");
        byHand("""
                docker compose exec -T postgres createdb -U postgres -O etl -T template0 by_hand
                docker compose exec -T postgres pg_restore -U postgres --exit-on-error -d by_hand < warehouse.dump
                """);
        assertThat(psql("by_hand", "SELECT count(*) FROM etl.load WHERE status = 'requested'"))
                .as("loads that were still to come")
                .isNotEqualTo("0");
        assertThat(psql("by_hand", LOADS_WITHOUT_THEIR_ROWS)).isEqualTo("0");
        psql("postgres", "DROP DATABASE by_hand");
    }

    @Test
    @Order(2)
    void a_restore_brings_back_every_row_and_what_it_replaces_is_asked_for() throws SQLException {
        awaitLoads("count(*) FILTER (WHERE status IN ('requested', 'running')) = 0");
        var before = rows();
        for (var name : List.of("witness", "sales", "sales_restored")) {
            psql("postgres", "CREATE DATABASE " + name);
        }
        LEARNERS.create();
        var objects = LEARNERS.seen();
        psql("witness", "CREATE TABLE kept AS SELECT 'untouched' AS word");
        well(stack("backup", file("monday.tar")));
        change();
        assertThat(rows()).isNotEqualTo(before);
        var refused = stack("restore", file("monday.tar"));
        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(refused.errText()).contains("The backup was not restored", "rows in", "--force");
        well(stack("restore", file("monday.tar"), "--force"));
        assertThat(rows()).isEqualTo(before);
        assertThat(LEARNERS.seen()).isEqualTo(objects);
        assertThat(psql("warehouse", "SELECT has_database_privilege('learner', 'warehouse', 'CONNECT')"))
                .isEqualTo("t");
        onlyTheDatabasesOfTheStackAreThere();
    }

    @Test
    @Order(3)
    void a_damaged_or_foreign_file_is_refused_and_nothing_changes() throws IOException {
        var before = rows();
        var whole = folder.resolve("monday.tar");
        var bad = folder.resolve("bad.tar");
        Files.write(bad, List.of("-- PostgreSQL database dump"));
        isRefused(bad, "'stack backup' did not write it");
        Files.copy(whole, bad, StandardCopyOption.REPLACE_EXISTING);
        try (var file = new RandomAccessFile(bad.toFile(), "rw")) {
            file.seek(Files.size(bad) / 2);
            int read = file.read();
            file.seek(Files.size(bad) / 2);
            file.write(read ^ 1);
        }
        isRefused(bad, "is damaged");
        Files.copy(whole, bad, StandardCopyOption.REPLACE_EXISTING);
        try (var file = new RandomAccessFile(bad.toFile(), "rw")) {
            file.setLength(Files.size(bad) / 2);
        }
        isRefused(bad, "ends too early");
        assertThat(rows()).isEqualTo(before);
    }

    @Test
    @Order(4)
    void secrets_travel_encrypted_to_a_stack_with_others_and_open_by_hand() throws IOException {
        Files.writeString(folder.resolve("passphrase.txt"), "correct horse battery staple\n");
        var before = PROJECT.secret("etl-service", "database-password");
        well(stack("backup", file("keys.tar"), "--with-secrets", file("passphrase.txt")));
        PROJECT.shell()
                .output(Shell.words(
                        "docker compose run --rm --no-deps -T --entrypoint bash secrets -c",
                        "rm -r /secrets/* && exec fill-secrets.sh /secrets"));
        well(PROJECT.shell().run("docker", "compose", "restart", "postgres", "etl-service"));
        well(PROJECT.up("--wait", "postgres", "etl-service"));
        assertThat(PROJECT.secret("etl-service", "database-password")).isNotEqualTo(before);
        well(stack("restore", file("keys.tar"), "--force", "--with-secrets", file("passphrase.txt")));
        assertThat(PROJECT.secret("etl-service", "database-password")).isEqualTo(before);
        well(PROJECT.up("--wait", "postgres", "etl-service", "pgadmin"));
        well(PROJECT.exec("etl-service", "etl", "load", "airlines"));
        byHand("""
                tar -xf keys.tar secrets.tar.enc
                openssl enc -d -aes-256-cbc -pbkdf2 -iter 600000 -pass file:passphrase.txt -in secrets.tar.enc |
                  tar -t | grep -x airflow/fernet-key
                """);
    }

    @Test
    @Order(6)
    void killed_thirty_times_each_the_data_is_whole() throws SQLException {
        var restored = rows();
        var took = Kill.timed(() -> well(stack("backup", file("whole.tar"), "--force")));
        for (int i = 0; i < 30; i++) {
            var name = "killed-" + i + ".tar";
            Kill.during(took, shell(), "backup", file(name));
            if (Files.exists(folder.resolve(name))) {
                well(stack("restore", file(name), "--force"));
            }
            assertThat(rows()).isEqualTo(restored);
        }
        took = Kill.timed(() -> well(stack("restore", file("whole.tar"), "--force")));
        for (int i = 0; i < 30; i++) {
            change();
            var changed = rows();
            Kill.during(took, shell(), "restore", file("whole.tar"), "--force");
            assertThat(rows()).isIn(restored, changed);
        }
        well(stack("restore", file("whole.tar"), "--force"));
        assertThat(rows()).isEqualTo(restored);
        well(stack("backup", file("whole.tar"), "--force"));
        onlyTheDatabasesOfTheStackAreThere();
        assertThat(PROJECT.container("pgadmin").running()).isTrue();
    }

    private static void change() throws SQLException {
        PROJECT.warehouse()
                .change("DELETE FROM core.flight_2013_01"
                        + " WHERE ctid IN (SELECT ctid FROM core.flight_2013_01 ORDER BY ctid LIMIT 7)");
    }

    private static void isRefused(Path file, String reason) {
        var refused = stack("restore", file.toString(), "--force");
        assertThat(refused.exitCode()).as(Shell.told(refused)).isEqualTo(1);
        assertThat(refused.errText()).contains("The backup was refused", reason, "Nothing was changed");
    }

    private static void awaitLoads(String condition) {
        await().atMost(LONG)
                .pollInterval(Duration.ofSeconds(1))
                .until(() -> PROJECT.warehouse()
                        .value("SELECT " + condition + " FROM etl.load")
                        .toString()
                        .equals("true"));
    }

    private static void onlyTheDatabasesOfTheStackAreThere() {
        assertThat(psql("postgres", "SELECT string_agg(datname, ' ' ORDER BY datname) FROM pg_database"))
                .isEqualTo("airflow postgres sales sales_restored template0 template1 warehouse witness");
        assertThat(psql("witness", "SELECT word FROM kept")).isEqualTo("untouched");
    }

    private static List<List<Object>> rows() {
        return PROJECT.warehouse().everyRow();
    }

    private static String psql(String database, String sql) {
        return PROJECT.shell()
                .output(Shell.words("docker compose exec -T postgres psql -U postgres -AtXd", database, "-c", sql));
    }

    /** The files are in the folder of this class, the project in that of the clone. */
    private static void byHand(String commands) {
        var named = shell().with(Map.of("COMPOSE_FILE", Repository.root() + "/docker-compose.yml"));
        var there = new Shell(folder, named.environment(), LONG);
        well(there.run("bash", "-euo", "pipefail", "-c", commands));
    }

    private static Finished stack(String... words) {
        return StackCommand.run(shell(), words);
    }

    private static Shell shell() {
        return PROJECT.shell().within(LONG);
    }

    private static String file(String name) {
        return folder.resolve(name).toString();
    }

    private static void well(Finished finished) {
        assertThat(finished.well()).as(Shell.told(finished)).isTrue();
    }
}
