package dev.datastack.etl.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.datastack.etl.warehouse.DataFolder;
import dev.datastack.etl.warehouse.TestWarehouse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.PGConnection;

@DisplayNameGeneration(ReplaceUnderscores.class)
class WorkerPoolTest {

    private static final String JANUARY = "flights-2013-01.csv.gz";
    private static final Duration SOON = Duration.ofSeconds(20);

    @TempDir
    Path folder = Path.of("");

    private final TestWarehouse warehouse;

    WorkerPoolTest() throws SQLException {
        warehouse = new TestWarehouse();
    }

    @BeforeEach
    void write_a_file() {
        new DataFolder(folder).write(JANUARY, DataFolder.real(JANUARY, 1_000));
    }

    @AfterEach
    void close() {
        warehouse.close();
    }

    @Test
    void a_request_is_picked_up_at_once() throws Exception {
        WorkerPool workers = started(Optional.empty());
        long id = warehouse.request("flights", "2013-01");
        awaitStatus(id, "done");
        assertThat(warehouse.text("SELECT started_at - requested_at < interval '500 ms' FROM etl.load"))
                .isEqualTo("t");
        workers.stop();
    }

    @Test
    void two_workers_that_need_the_same_members_agree() throws Exception {
        DataFolder data = new DataFolder(folder);
        List<String> files = List.of("2013-01", "2013-02", "2013-03", "2013-04");
        for (String month : files) {
            data.write("flights-" + month + ".csv.gz", DataFolder.real("flights-" + month + ".csv.gz", 5_000));
        }
        WorkerPool workers = started(Optional.empty());
        for (int round = 0; round < 3; round++) {
            for (String month : files) {
                warehouse.request("flights", month);
            }
            awaitNothingWaitsWhileMartsAreRefreshed();
        }
        workers.stop();
        assertThat(warehouse.rows("SELECT DISTINCT status, attempt FROM etl.load"))
                .as("no deadlock, no second attempt")
                .containsExactly(List.of("done", "1"));
        assertThat(warehouse.number("SELECT count(*) FROM core.flight")).isEqualTo(20_000);
        assertThat(warehouse.number("SELECT count(DISTINCT tailnum) FROM core.flight"))
                .isEqualTo(warehouse.number("SELECT count(*) FROM core.plane"));
    }

    @Test
    void a_running_load_is_handed_back_when_the_service_stops() throws Exception {
        long first = warehouse.request("flights", "2013-01");
        WorkerPool workers = started(Optional.empty());
        awaitStatus(first, "done");
        try (Connection reader = readingFlights()) {
            long second = warehouse.request("flights", "2013-01");
            awaitSwapWaits();
            workers.stop();
            assertThat(warehouse.rows("SELECT status, attempt, lease_until IS NULL FROM etl.load WHERE id = " + second))
                    .containsExactly(List.of("requested", "0", "t"));
            reader.rollback();
            assertThat(warehouse.number("SELECT count(*) FROM core.flight")).isEqualTo(1_000);
        }
        assertThat(warehouse.number(
                        "SELECT count(*) FROM pg_class WHERE relname LIKE '%\\_load\\_%' AND relkind = 'r'"))
                .isZero();
    }

    @Test
    void lease_and_heartbeat_are_renewed_while_a_load_waits() throws Exception {
        Path heartbeat = folder.resolve("heartbeat");
        WorkerPool workers = started(Optional.of(heartbeat));
        awaitStatus(warehouse.request("flights", "2013-01"), "done");
        try (Connection reader = readingFlights()) {
            warehouse.request("flights", "2013-01");
            awaitSwapWaits();
            Files.setLastModifiedTime(heartbeat, FileTime.from(Instant.EPOCH));
            // It stands back now and then, and has no lease meanwhile.
            AtomicReference<String> lease = new AtomicReference<>();
            await().atMost(SOON)
                    .ignoreExceptions()
                    .untilAsserted(() ->
                            lease.set(warehouse.text("SELECT lease_until FROM etl.load WHERE status = 'running'")));
            await().atMost(SOON)
                    .ignoreExceptions()
                    .until(() ->
                            Files.getLastModifiedTime(heartbeat).toInstant().isAfter(Instant.EPOCH)
                                    && !warehouse
                                            .text("SELECT lease_until FROM etl.load WHERE status = 'running'")
                                            .equals(lease.get()));
            reader.rollback();
        }
        awaitNothingWaits();
        workers.stop();
    }

    @Test
    void a_load_whose_connections_all_break_is_done_once_more() throws Exception {
        WorkerPool workers = started(Optional.empty());
        awaitStatus(warehouse.request("flights", "2013-01"), "done");
        try (Connection reader = readingFlights()) {
            long second = warehouse.request("flights", "2013-01");
            awaitSwapWaits();
            try (Connection owner = warehouse.connectAs("etl");
                    Statement statement = owner.createStatement()) {
                statement.execute("""
                        SELECT pg_terminate_backend(pid) FROM pg_stat_activity
                         WHERE usename = 'etl' AND datname = current_database() AND pid <> pg_backend_pid()
                        """);
            }
            reader.rollback();
            awaitStatus(second, "done");
            assertThat(warehouse.text("SELECT attempt FROM etl.load WHERE id = " + second))
                    .isEqualTo("2");
            assertThat(warehouse.number("SELECT count(*) FROM core.flight")).isEqualTo(1_000);
        }
        workers.stop();
    }

    @Test
    void a_worker_that_stalls_inside_copy_loses_its_load_to_another() throws Exception {
        long id = warehouse.request("flights", "2013-01");
        try (Connection stalled = warehouse.connectAs("etl")) {
            assertThat(OneLoad.ledger().claim(stalled, "stalled")).isPresent();
            stalled.setAutoCommit(false);
            try (Statement statement = stalled.createStatement()) {
                statement.execute("CREATE TABLE core.flight_2013_01_load_" + id + " (year smallint)");
            }
            stalled.unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("COPY core.flight_2013_01_load_" + id + " FROM STDIN (FORMAT binary)");
            warehouse.execute("UPDATE etl.load SET lease_until = clock_timestamp() - interval '1 second'");

            WorkerPool workers = started(Optional.empty());
            awaitStatus(id, "done");
            workers.stop();
            assertThat(warehouse.text("SELECT attempt FROM etl.load")).isEqualTo("2");
            assertThat(warehouse.number("SELECT count(*) FROM core.flight")).isEqualTo(1_000);
            assertThat(warehouse.number("SELECT count(*) FROM pg_stat_activity WHERE application_name = 'stalled'"))
                    .isZero();
        }
    }

    private WorkerPool started(Optional<Path> heartbeat) {
        WorkerPool workers = TestWorkers.on(warehouse, folder, 2, heartbeat);
        workers.start();
        return workers;
    }

    /** A reader in the middle of a transaction: the swap of a partition must wait for it. */
    private Connection readingFlights() throws SQLException {
        Connection reader = warehouse.connectAs("pgadmin");
        reader.setAutoCommit(false);
        try (Statement statement = reader.createStatement()) {
            statement.execute("SELECT count(*) FROM core.flight");
        }
        return reader;
    }

    private void awaitSwapWaits() {
        await().atMost(SOON)
                .until(() -> warehouse.number("SELECT count(*) FROM etl.load WHERE waits_for IS NOT NULL") == 1);
    }

    private void awaitStatus(long load, String status) {
        // Our own connection may be among those that a test breaks.
        await().atMost(SOON)
                .ignoreExceptions()
                .untilAsserted(() -> assertThat(warehouse.rows("SELECT status FROM etl.load WHERE id = " + load))
                        .containsExactly(List.of(status)));
    }

    private void awaitNothingWaitsWhileMartsAreRefreshed() {
        await().atMost(SOON).until(() -> {
            warehouse.text("SELECT mart.refresh()");
            return warehouse.number("SELECT count(*) FROM etl.load WHERE status IN ('requested', 'running')") == 0;
        });
    }

    private void awaitNothingWaits() {
        await().atMost(SOON)
                .until(() -> warehouse.number("SELECT count(*) FROM etl.load WHERE status IN ('requested', 'running')")
                        == 0);
    }
}
