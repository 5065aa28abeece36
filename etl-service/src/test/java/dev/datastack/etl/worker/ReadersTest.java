package dev.datastack.etl.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.datastack.etl.warehouse.LongRun;
import dev.datastack.etl.warehouse.RealFiles;
import dev.datastack.etl.warehouse.TestWarehouse;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Analysts read core.flight in transactions that they leave open, while months of it are loaded. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ReadersTest {

    private static final int READERS = 20;
    /** Come and go all the time, so that some arrive while a load waits for the others. */
    private static final int PASSERS_BY = 4;

    private static final Duration HOLD = LongRun.wanted() ? Duration.ofMinutes(5) : Duration.ofSeconds(8);
    private static final String COUNT = "SELECT count(*) FROM core.flight";
    /** What a reader puts up with. PostgreSQL ends a statement that waits longer, and the test with it. */
    private static final String PATIENCE = "SET statement_timeout = '2s'";

    private final TestWarehouse warehouse;
    private final ExecutorService readers = Executors.newFixedThreadPool(READERS + PASSERS_BY);
    private final AtomicBoolean over = new AtomicBoolean();
    private final AtomicLong reads = new AtomicLong();
    private final AtomicLong longest = new AtomicLong();

    ReadersTest() throws SQLException {
        warehouse = new TestWarehouse();
    }

    @AfterEach
    void close() {
        over.set(true);
        readers.shutdownNow();
        warehouse.close();
    }

    @Test
    void no_load_fails_for_readers_and_no_reader_waits_longer_than_two_seconds_for_a_load() throws Exception {
        WorkerPool workers = TestWorkers.on(warehouse, RealFiles.folder());
        workers.start();
        try {
            CountDownLatch holding = new CountDownLatch(READERS);
            List<Future<Void>> reading = new ArrayList<>();
            for (int i = 0; i < READERS; i++) {
                reading.add(readers.submit(reader(holding)));
            }
            for (int i = 0; i < PASSERS_BY; i++) {
                reading.add(readers.submit(passerBy()));
            }
            assertThat(holding.await(1, TimeUnit.MINUTES)).isTrue();
            loadAll(RealFiles.months().toList());
            assertThat(warehouse.number(COUNT))
                    .as("a first load waits for no reader")
                    .isEqualTo(336_776);
            loadAll(RealFiles.months().limit(6).toList());
            over.set(true);
            for (Future<Void> each : reading) {
                each.get();
            }
        } finally {
            workers.stop();
        }
        assertThat(warehouse
                        .rows("SELECT status, count(*), max(attempt) FROM etl.load GROUP BY 1")
                        .toString())
                .isEqualTo("[[done, 18, 1]]");
        System.out.printf(
                "12 first loads and 6 re-loads done beside %d readers that held for %s and %d that came and went:"
                        + " %,d reads, the longest %d ms%n",
                READERS, HOLD, PASSERS_BY, reads.get(), TimeUnit.NANOSECONDS.toMillis(longest.get()));
    }

    @Test
    void loads_that_wait_name_for_whom_and_leave_their_workers_to_others() throws Exception {
        OneLoad.run(warehouse, RealFiles.folder(), "flights", "2013-01");
        OneLoad.run(warehouse, RealFiles.folder(), "flights", "2013-02");
        WorkerPool workers = TestWorkers.on(warehouse, RealFiles.folder());
        workers.start();
        try (Connection reader = connection()) {
            read(reader);
            List<Long> loads =
                    List.of(warehouse.request("flights", "2013-01"), warehouse.request("flights", "2013-02"));
            await().atMost(Duration.ofMinutes(1))
                    .until(() -> warehouse.number("SELECT count(*) FROM etl.load WHERE waits_for LIKE"
                                    + " 'sessions that use core.flight, core.flight_2013_0_: pgadmin (pid %'")
                            == 2);
            long bystander = warehouse.request("airlines", "all");
            awaitDone(bystander);
            assertThat(loads).noneMatch(this::isDone);
            reader.rollback();
            for (long load : loads) {
                awaitDone(load);
            }
            assertThat(warehouse
                            .rows("SELECT max(attempt), max(deaths), max(waits_for) FROM etl.load")
                            .toString())
                    .isEqualTo("[[1, 0, null]]");
        } finally {
            workers.stop();
        }
    }

    private void awaitDone(long load) {
        await().atMost(Duration.ofMinutes(1)).until(() -> isDone(load));
    }

    private boolean isDone(long load) {
        try {
            return warehouse.status(load).equals("done");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Holds one transaction for long, then reads as others do. */
    private Callable<Void> reader(CountDownLatch holding) {
        return () -> {
            try (Connection connection = connection()) {
                read(connection);
                holding.countDown();
                Thread.sleep(HOLD.toMillis());
                connection.commit();
                readOn(connection);
            }
            return null;
        };
    }

    private Callable<Void> passerBy() {
        return () -> {
            try (Connection connection = connection()) {
                readOn(connection);
            }
            return null;
        };
    }

    private Connection connection() throws SQLException {
        Connection connection = warehouse.connectAs("pgadmin");
        try (Statement statement = connection.createStatement()) {
            statement.execute(PATIENCE);
        }
        connection.setAutoCommit(false);
        return connection;
    }

    private void readOn(Connection connection) throws SQLException, InterruptedException {
        while (!over.get()) {
            read(connection);
            connection.commit();
            Thread.sleep(100);
        }
    }

    private void read(Connection connection) throws SQLException {
        long began = System.nanoTime();
        try (Statement statement = connection.createStatement()) {
            statement.execute("SELECT flight FROM core.flight LIMIT 1");
        }
        reads.incrementAndGet();
        longest.accumulateAndGet(System.nanoTime() - began, Math::max);
    }

    private void loadAll(List<String> months) throws SQLException, InterruptedException, ExecutionException {
        for (String month : months) {
            warehouse.request("flights", month);
        }
        await().atMost(HOLD.plusMinutes(5))
                .until(() -> warehouse.number("SELECT count(*) FROM etl.load WHERE status IN ('requested', 'running')")
                        == 0);
    }
}
