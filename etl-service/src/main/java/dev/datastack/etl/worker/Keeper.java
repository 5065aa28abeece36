package dev.datastack.etl.worker;

import dev.datastack.etl.ledger.Claim;
import dev.datastack.etl.ledger.Leases;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Listens for requests, renews the leases of the loads that move, and touches the heartbeat file. */
final class Keeper implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(Keeper.class);
    private static final Duration SILENCE = Duration.ofSeconds(20);

    private final DataSource dataSource;
    private final Leases leases;
    private final Crew crew;
    private final WakeUp wakeUp;
    private final HeartbeatFile heartbeat;
    private final WorkerTerms terms;
    private final LongSupplier nanoTime;
    private volatile boolean stopping;
    /** Empty while it answers. */
    private String fault = "";

    Keeper(
            DataSource dataSource,
            Leases leases,
            Crew crew,
            WakeUp wakeUp,
            HeartbeatFile heartbeat,
            WorkerTerms terms,
            LongSupplier nanoTime) {
        this.dataSource = dataSource;
        this.leases = leases;
        this.crew = crew;
        this.wakeUp = wakeUp;
        this.heartbeat = heartbeat;
        this.terms = terms;
        this.nanoTime = nanoTime;
    }

    void stop() {
        stopping = true;
    }

    @Override
    public void run() {
        while (!stopping) {
            try (Connection connection = dataSource.getConnection()) {
                keep(connection);
            } catch (SQLException | RuntimeException e) {
                lost(e);
            }
        }
    }

    private void keep(Connection connection) throws SQLException {
        // A server that is gone without a word must not hold us: the workers' leases run out meanwhile.
        connection.setNetworkTimeout(Runnable::run, (int) terms.patience().toMillis());
        try (Statement statement = connection.createStatement()) {
            statement.execute("LISTEN etl_load");
        }
        // What was requested while nobody listened.
        wakeUp.call();
        PGConnection notices = connection.unwrap(PGConnection.class);
        long next = nanoTime.getAsLong();
        while (!stopping) {
            long left = TimeUnit.NANOSECONDS.toMillis(next - nanoTime.getAsLong());
            if (left <= 0) {
                beat(connection);
                next = nanoTime.getAsLong() + terms.beat().toNanos();
            } else if (heard(notices.getNotifications((int) left))) {
                wakeUp.call();
            }
        }
    }

    private static boolean heard(PGNotification[] notifications) {
        return notifications != null && notifications.length > 0;
    }

    private void beat(Connection connection) throws SQLException {
        Map<Claim, String> moving = crew.loads().stream()
                .filter(this::moves)
                .collect(Collectors.toMap(
                        ActiveLoad::claim, load -> load.progress().waitsFor()));
        // The server counts from some moment after this one, so we never think that we hold a lease longer than it
        // does.
        long before = nanoTime.getAsLong();
        leases.renew(connection, moving).forEach(claim -> crew.renewed(claim, before));
        cutTheLost();
        if (!fault.isEmpty()) {
            fault = "";
            LOG.info("The database answers again");
        }
        List<String> missing = crew.missing(SILENCE.toNanos());
        if (missing.isEmpty()) {
            heartbeat.touch();
        } else {
            LOG.error("No sign of life from {} for {} s: no heartbeat", missing, SILENCE.toSeconds());
        }
    }

    private boolean moves(ActiveLoad load) {
        boolean moves = nanoTime.getAsLong() - load.progress().lastSign()
                < terms.stallLimit().toNanos();
        if (!moves) {
            LOG.error("{} has not moved for {}: its lease is not renewed", load.claim(), terms.stallLimit());
        }
        return moves;
    }

    private void lost(Exception e) {
        // Again when the reason is another: it went down, and then it refuses the password.
        String now = reason(e);
        if (!stopping && !now.equals(fault)) {
            fault = now;
            LOG.warn("The database does not answer ({}), trying on", fault);
        }
        cutTheLost();
        try {
            wakeUp.await(wakeUp.calls(), Duration.ofSeconds(1));
        } catch (InterruptedException interrupted) {
            stopping = true;
        }
    }

    /** The pool itself only says how long it waited; what the database said is the cause. */
    private static String reason(Exception e) {
        Throwable cause = e.getCause();
        return String.valueOf(
                e instanceof SQLTransientConnectionException && cause != null ? cause.getMessage() : e.getMessage());
    }

    // A lease that could not be renewed in time may be another's by now: end the load instead of racing for the fence.
    private void cutTheLost() {
        for (ActiveLoad load : crew.loads()) {
            if (nanoTime.getAsLong() - load.renewed() > terms.lease().toNanos()) {
                LOG.warn("The lease of {} ran out, its connection is cut", load.claim());
                try {
                    load.cut();
                } catch (SQLException e) {
                    LOG.warn("The connection of {} could not be cut: {}", load.claim(), e.getMessage());
                }
            }
        }
    }
}
