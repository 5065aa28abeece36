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
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
    private static final Random MOMENTS = new Random();

    private static final int KILLED = 137;

    /** Every row of the flights, airports and planes, summed up in another way than the command does. */
    private static final String ROWS = Stream.of("flight", "airport", "plane")
            .map(("(SELECT concat(count(*), ' ', sum(('x' || left(md5(t::text), 15))::bit(60)::bigint::numeric))"
                    + " FROM core.%s AS t)")::formatted)
            .collect(Collectors.joining(", ", "SELECT ", ""));

    /** In one snapshot, a load that is done has exactly its rows in the month. */
    private static final String LOADS_WITHOUT_THEIR_ROWS = """
            SELECT count(*)
            FROM (SELECT DISTINCT ON (period) period, rows_loaded FROM etl.load
                  WHERE dataset = 'flights' AND status = 'done' ORDER BY period, id DESC) AS load
            WHERE rows_loaded <> (SELECT count(*) FROM core.flight WHERE to_char(flight_date, 'YYYY-MM') = period)
            """;

    private static final Project PROJECT = Project.fresh(Repository.root());
    private static final WitnessVolume WITNESS = new WitnessVolume(PROJECT);

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
        var before = PROJECT.warehouse().rows(ROWS);
        psql("postgres", "CREATE DATABASE witness");
        psql("witness", "CREATE TABLE kept AS SELECT 'untouched' AS word");
        well(stack("backup", file("monday.tar")));
        change();
        assertThat(PROJECT.warehouse().rows(ROWS)).isNotEqualTo(before);
        var refused = stack("restore", file("monday.tar"));
        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(refused.errText()).contains("The backup was not restored", "rows in", "--force");
        well(stack("restore", file("monday.tar"), "--force"));
        assertThat(PROJECT.warehouse().rows(ROWS)).isEqualTo(before);
        onlyTheDatabasesOfTheStackAreThere();
    }

    @Test
    @Order(3)
    void a_damaged_or_foreign_file_is_refused_and_nothing_changes() throws IOException {
        var before = PROJECT.warehouse().rows(ROWS);
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
        assertThat(PROJECT.warehouse().rows(ROWS)).isEqualTo(before);
    }

    @Test
    @Order(4)
    void killed_three_times_each_the_data_is_whole() throws SQLException {
        killed(3);
    }

    @Test
    @Order(5)
    @Tag("long")
    void killed_thirty_times_each_the_data_is_whole() throws SQLException {
        killed(30);
    }

    private static void killed(int times) throws SQLException {
        var restored = PROJECT.warehouse().rows(ROWS);
        var took = timed(() -> well(stack("backup", file("whole.tar"), "--force")));
        for (int i = 0; i < times; i++) {
            var name = "killed-" + i + ".tar";
            kill(took, "backup", file(name));
            if (Files.exists(folder.resolve(name))) {
                well(stack("restore", file(name), "--force"));
            }
            assertThat(PROJECT.warehouse().rows(ROWS)).isEqualTo(restored);
        }
        took = timed(() -> well(stack("restore", file("whole.tar"), "--force")));
        for (int i = 0; i < times; i++) {
            change();
            var changed = PROJECT.warehouse().rows(ROWS);
            kill(took, "restore", file("whole.tar"), "--force");
            assertThat(PROJECT.warehouse().rows(ROWS)).isIn(restored, changed);
        }
        well(stack("restore", file("whole.tar"), "--force"));
        assertThat(PROJECT.warehouse().rows(ROWS)).isEqualTo(restored);
        well(stack("backup", file("whole.tar"), "--force"));
        onlyTheDatabasesOfTheStackAreThere();
        assertThat(PROJECT.container("pgadmin").running()).isTrue();
    }

    private static void change() throws SQLException {
        PROJECT.warehouse()
                .change("DELETE FROM core.flight_2013_01"
                        + " WHERE ctid IN (SELECT ctid FROM core.flight_2013_01 ORDER BY ctid LIMIT 7)");
    }

    /** At a moment of the time that it takes, which is another every time: it may also have ended before that. */
    private static void kill(Duration took, String... words) {
        var moment = Duration.ofMillis((long) (took.toMillis() * MOMENTS.nextDouble()));
        var finished = StackCommand.killedAfter(moment.plusMillis(1), shell(), words);
        assertThat(finished.exitCode()).as(Shell.told(finished)).isIn(0, KILLED);
    }

    private static Duration timed(Runnable work) {
        long start = System.nanoTime();
        work.run();
        return Duration.ofNanos(System.nanoTime() - start);
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
                .isEqualTo("airflow postgres template0 template1 warehouse witness");
        assertThat(psql("witness", "SELECT word FROM kept")).isEqualTo("untouched");
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
