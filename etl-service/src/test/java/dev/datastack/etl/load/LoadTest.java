package dev.datastack.etl.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.datastack.etl.ledger.Claim;
import dev.datastack.etl.ledger.LeaseLostException;
import dev.datastack.etl.warehouse.DataFolder;
import dev.datastack.etl.warehouse.TestWarehouse;
import dev.datastack.etl.worker.OneLoad;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class LoadTest {

    private static final String FILE = "flights-2013-01.csv.gz";

    @TempDir
    Path folder = Path.of("");

    private final TestWarehouse warehouse;

    LoadTest() throws SQLException {
        warehouse = new TestWarehouse();
    }

    @AfterEach
    void close() {
        warehouse.close();
    }

    @Test
    void a_second_load_of_a_month_replaces_the_first() throws SQLException {
        load(DataFolder.real(FILE, 500));
        assertThat(flights()).isEqualTo(500);
        long again = load(DataFolder.real(FILE, 300));
        assertThat(flights()).isEqualTo(300);
        assertThat(warehouse.status(again)).isEqualTo("done");
        assertThat(warehouse.rows(
                        "SELECT inhrelid::regclass FROM pg_inherits WHERE inhparent = 'core.flight'::regclass"))
                .containsExactly(List.of("core.flight_2013_01"));
    }

    @Test
    void the_ledger_says_what_was_loaded_from_which_bytes() throws Exception {
        Path file = new DataFolder(folder).write(FILE, DataFolder.real(FILE, 20));
        long id = OneLoad.run(warehouse, folder, "flights", "2013-01");
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
        assertThat(warehouse.rows(
                        "SELECT file, sha256, requested_by, attempt, rows_read, error, started_at <= finished_at FROM etl.load WHERE id = "
                                + id))
                .containsExactly(Arrays.asList(FILE, HexFormat.of().formatHex(digest), "test", "1", "20", null, "t"));
    }

    @Test
    void damaged_rows_are_kept_with_line_text_column_and_reason() throws SQLException {
        List<String> lines = new ArrayList<>(DataFolder.real(FILE, 200));
        String good = lines.get(10);
        lines.set(
                10,
                good.replace(",EWR,", ",Newark,").replace(",JFK,", ",Newark,").replace(",LGA,", ",Newark,"));
        lines.set(20, lines.get(20) + ",surplus");
        lines.set(30, "2013,1");
        lines.set(40, lines.get(39));
        lines.set(50, "\"" + lines.get(50));
        lines.add(60, "");
        long id = load(lines);
        assertThat(warehouse.rows(
                        "SELECT status, rows_read, rows_loaded, rows_rejected FROM etl.load WHERE id = " + id))
                .containsExactly(List.of("done", "200", "195", "5"));
        assertThat(warehouse.rows(
                        "SELECT line, raw, column_name, split_part(reason, ':', 1) FROM etl.reject ORDER BY line"))
                .containsExactly(
                        Arrays.asList("11", lines.get(10), "origin", "bad-code"),
                        Arrays.asList("21", lines.get(20), null, "columns"),
                        Arrays.asList("31", lines.get(30), null, "columns"),
                        Arrays.asList("41", lines.get(40), "flight_date, flight, carrier, origin", "duplicate"),
                        Arrays.asList("51", lines.get(50), null, "quote"));
        assertThat(flights()).isEqualTo(195);
    }

    @Test
    void too_many_damaged_rows_fail_the_load_and_are_kept_to_look_at() throws SQLException {
        load(DataFolder.real(FILE, 100));
        List<String> lines = new ArrayList<>(DataFolder.real(FILE, 100));
        for (int i = 1; i <= 6; i++) {
            lines.set(i, "damaged");
        }
        long id = load(lines);
        assertFailed(
                id,
                FILE + ": 6 of 100 rows were rejected (6.0 %), the limit is 5.0 %",
                "The first is line 2",
                "columns: 1 fields where the header has 19");
        assertThat(warehouse.number("SELECT count(*) FROM etl.reject WHERE load_id = " + id))
                .isEqualTo(6);
        assertThat(flights()).isEqualTo(100);
    }

    @Test
    void a_flood_of_damaged_rows_ends_early() throws SQLException {
        List<String> lines = new ArrayList<>(DataFolder.real(FILE, 0));
        for (int i = 0; i < 3 * Intake.MOST_REJECTS; i++) {
            lines.add("damaged " + i);
        }
        assertFailed(load(lines), FILE, "10000 of the first 10000 rows were rejected");
    }

    @Test
    void a_file_of_another_month_is_refused() throws SQLException {
        new DataFolder(folder).write("flights-2013-02.csv.gz", DataFolder.real(FILE, 100));
        long id = OneLoad.run(warehouse, folder, "flights", "2013-02");
        assertFailed(
                id,
                "flights-2013-02.csv.gz: 100 of 100 rows",
                "column month: wrong-period: 2013-01-01 is not in 2013-02");
    }

    @Test
    void a_bad_file_fails_for_good_and_leaves_the_month_as_it_was() throws SQLException {
        DataFolder data = new DataFolder(folder);
        load(DataFolder.real(FILE, 100));
        byte[] whole =
                DataFolder.gzip(String.join("\n", DataFolder.real(FILE, 5_000)).getBytes(StandardCharsets.UTF_8));

        data.writeAsIs(FILE, Arrays.copyOf(whole, whole.length / 2));
        assertFailed(OneLoad.run(warehouse, folder, "flights", "2013-01"), FILE + " is truncated", "after line ");
        data.writeAsIs(FILE, "year,month\n".getBytes(StandardCharsets.UTF_8));
        assertFailed(OneLoad.run(warehouse, folder, "flights", "2013-01"), FILE + " is not gzip");
        data.writeAsIs(FILE, new byte[0]);
        assertFailed(OneLoad.run(warehouse, folder, "flights", "2013-01"), FILE + " is empty");
        assertFailed(load(DataFolder.real(FILE, 0)), FILE + " has a header and no rows");
        assertFailed(load(DataFolder.real("weather-2013-01.csv.gz", 5)), FILE + " has another header than expected");
        assertFailed(
                OneLoad.run(warehouse, folder, "weather", "2013-01"),
                "weather-2013-01.csv.gz is missing",
                folder.toString());
        assertThat(flights()).isEqualTo(100);
    }

    @Test
    void a_member_is_inferred_then_promoted_then_inferred_again() throws SQLException {
        DataFolder data = new DataFolder(folder);
        load(DataFolder.real(FILE, 50));
        assertThat(warehouse.number("SELECT count(*) FROM core.airline WHERE inferred AND name IS NULL"))
                .isPositive();
        List<String> airlines = DataFolder.real("airlines.csv", 16);
        data.write("airlines.csv", airlines);
        OneLoad.run(warehouse, folder, "airlines", "all");
        assertThat(warehouse.rows("SELECT name, inferred FROM core.airline WHERE carrier = 'UA'"))
                .containsExactly(List.of("United Air Lines Inc.", "f"));
        assertThat(warehouse.number("SELECT count(*) FROM core.airline WHERE inferred"))
                .isZero();

        data.write(
                "airlines.csv",
                airlines.stream().filter(line -> !line.startsWith("UA")).toList());
        OneLoad.run(warehouse, folder, "airlines", "all");
        assertThat(warehouse.rows("SELECT carrier, name FROM core.airline WHERE inferred"))
                .containsExactly(Arrays.asList("UA", null));
    }

    @Test
    void every_member_that_a_flight_names_is_there() throws SQLException {
        load(DataFolder.real(FILE, 2_000));
        assertThat(warehouse.number("""
                        SELECT count(*) FROM core.flight f
                         WHERE NOT EXISTS (SELECT FROM core.airline a WHERE a.carrier = f.carrier)
                            OR NOT EXISTS (SELECT FROM core.airport a WHERE a.faa = f.origin)
                            OR NOT EXISTS (SELECT FROM core.airport a WHERE a.faa = f.dest)
                            OR f.tailnum IS NOT NULL AND NOT EXISTS (SELECT FROM core.plane p WHERE p.tailnum = f.tailnum)
                        """)).isZero();
    }

    @Test
    void a_zombie_with_an_old_fence_is_refused_at_the_last_moment() throws Exception {
        new DataFolder(folder).write(FILE, DataFolder.real(FILE, 100));
        warehouse.request("flights", "2013-01");
        try (Connection first = warehouse.connectAs("etl");
                Connection second = warehouse.pool().getConnection();
                Connection zombie = warehouse.pool().getConnection()) {
            Claim old = OneLoad.ledger().claim(first, "first").orElseThrow();
            warehouse.execute("UPDATE etl.load SET lease_until = clock_timestamp() - interval '1 second'");
            Claim current = OneLoad.ledger().claim(second, "second").orElseThrow();
            assertThat(current.id()).isEqualTo(old.id());
            assertThat(current.fence()).isEqualTo(old.fence() + 1);
            assertThat(first.isValid(1))
                    .as("the stalled worker's back end was ended")
                    .isFalse();

            assertThatExceptionOfType(LeaseLostException.class)
                    .isThrownBy(() -> OneLoad.loader(folder).load(zombie, old, new Progress(System::nanoTime)))
                    .withMessageContaining("fence " + old.fence());
            assertThat(flights()).isZero();
            assertThat(warehouse.number("SELECT count(*) FROM core.plane")).isZero();

            OneLoad.loader(folder).load(second, current, new Progress(System::nanoTime));
            assertThat(flights()).isEqualTo(100);
        }
    }

    private long load(List<String> lines) throws SQLException {
        new DataFolder(folder).write(FILE, lines);
        return OneLoad.run(warehouse, folder, "flights", "2013-01");
    }

    private long flights() throws SQLException {
        return warehouse.number("SELECT count(*) FROM core.flight");
    }

    private void assertFailed(long load, String... parts) throws SQLException {
        assertThat(warehouse.rows("SELECT status, lease_until FROM etl.load WHERE id = " + load))
                .containsExactly(Arrays.asList("failed", null));
        assertThat(warehouse.text("SELECT error FROM etl.load WHERE id = " + load))
                .contains(parts);
        assertThat(warehouse.text("SELECT file FROM etl.load WHERE id = " + load))
                .isNotEqualTo("null");
    }
}
