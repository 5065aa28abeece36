package dev.datastack.etl.worker;

import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.datastack.etl.ledger.Claim;
import dev.datastack.etl.ledger.LeaseTerms;
import dev.datastack.etl.ledger.Leases;
import dev.datastack.etl.load.Progress;
import dev.datastack.etl.warehouse.TestWarehouse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

@DisplayNameGeneration(ReplaceUnderscores.class)
class KeeperTest {

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final WorkerTerms TERMS =
            new WorkerTerms(1, Duration.ofSeconds(15), 3, Duration.ofMinutes(5), Duration.ofSeconds(6));

    /** Lets a test jump ahead in time. */
    private final AtomicLong ahead = new AtomicLong();

    private final Crew crew = new Crew(this::nanoTime);
    private final TestWarehouse warehouse;
    private Path heartbeat = Path.of("");
    private Optional<Keeper> keeper = Optional.empty();

    KeeperTest() throws SQLException {
        warehouse = new TestWarehouse();
    }

    @BeforeEach
    void start(@TempDir Path folder) {
        heartbeat = folder.resolve("heartbeat");
        Keeper started = new Keeper(
                warehouse.pool(),
                new Leases(new LeaseTerms(TERMS.lease(), TERMS.maxAttempts())),
                crew,
                new WakeUp(),
                new HeartbeatFile(Optional.of(heartbeat), Clock.systemUTC()),
                TERMS,
                this::nanoTime);
        keeper = Optional.of(started);
        new Thread(started, "keeper").start();
    }

    @AfterEach
    void stop() {
        keeper.ifPresent(Keeper::stop);
        warehouse.close();
    }

    @Test
    void a_new_reason_why_the_database_does_not_answer_is_logged() throws SQLException, IOException {
        await().atMost(SOON).until(() -> Files.exists(heartbeat));
        var logger = (Logger) LoggerFactory.getLogger(Keeper.class);
        var log = new ListAppender<ILoggingEvent>();
        log.start();
        logger.addAppender(log);
        String name = warehouse.text("SELECT current_database()");
        try (TestWarehouse second = new TestWarehouse();
                Connection other = second.connectAs("postgres");
                Statement statement = other.createStatement()) {
            statement.execute("ALTER DATABASE " + name + " ALLOW_CONNECTIONS false");
            statement.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '" + name + "'");
            await().atMost(SOON)
                    .until(() -> List.copyOf(log.list).stream()
                            .anyMatch(event ->
                                    event.getFormattedMessage().contains("not currently accepting connections")));
        } finally {
            logger.detachAppender(log);
        }
    }

    @Test
    void no_heartbeat_for_a_worker_that_is_stuck() throws IOException {
        crew.seen("worker-1");
        await().atMost(SOON).until(() -> Files.exists(heartbeat));

        ahead.addAndGet(Duration.ofSeconds(30).toNanos());
        Files.setLastModifiedTime(heartbeat, FileTime.from(Instant.EPOCH));
        await().during(Duration.ofSeconds(5)).atMost(Duration.ofSeconds(6)).until(() -> !touched());

        crew.seen("worker-1");
        await().atMost(SOON).until(this::touched);
    }

    @Test
    void a_load_that_does_not_move_loses_lease_and_connection() throws Exception {
        long id = warehouse.request("flights", "2013-01");
        try (Connection connection = warehouse.connectAs("etl")) {
            Claim claim = OneLoad.ledger().claim(connection, "worker-1").orElseThrow();
            Progress progress = new Progress(this::nanoTime);
            crew.begins("worker-1", new ActiveLoad(claim, progress, connection, nanoTime()));
            String lease = lease(id);
            await().atMost(SOON).until(() -> !lease(id).equals(lease));

            ahead.addAndGet(TERMS.stallLimit().toNanos());
            await().atMost(SOON).until(connection::isClosed);
        }
    }

    private long nanoTime() {
        return System.nanoTime() + ahead.get();
    }

    private boolean touched() throws IOException {
        return Files.getLastModifiedTime(heartbeat).toInstant().isAfter(Instant.EPOCH);
    }

    private String lease(long load) throws SQLException {
        return warehouse.text("SELECT lease_until FROM etl.load WHERE id = " + load);
    }
}
