package dev.datastack.etl.worker;

import dev.datastack.etl.ledger.Claim;
import dev.datastack.etl.ledger.Ledger;
import dev.datastack.etl.load.LoadResult;
import dev.datastack.etl.load.Progress;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Claims one load after another until it is told to stop. Survives whatever happens to a load or to the database. */
final class Worker implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(Worker.class);

    /** New requests wake us; this finds what waited for its time, and loads of dead workers. */
    private static final Duration POLL = Duration.ofSeconds(2);

    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final int SETTLEMENTS = 10;

    private final String name;
    private final DataSource dataSource;
    private final Ledger ledger;
    private final Attempt attempt;
    private final Settlement settlement;
    private final Crew crew;
    private final WakeUp wakeUp;
    private final WorkerTerms terms;
    private final LongSupplier nanoTime;
    private volatile boolean stopping;

    Worker(
            String name,
            DataSource dataSource,
            Ledger ledger,
            Attempt attempt,
            Settlement settlement,
            Crew crew,
            WakeUp wakeUp,
            WorkerTerms terms,
            LongSupplier nanoTime) {
        this.name = name;
        this.dataSource = dataSource;
        this.ledger = ledger;
        this.attempt = attempt;
        this.settlement = settlement;
        this.crew = crew;
        this.wakeUp = wakeUp;
        this.terms = terms;
        this.nanoTime = nanoTime;
    }

    void stop() {
        stopping = true;
    }

    @Override
    public void run() {
        crew.seen(name);
        try {
            while (!stopping) {
                turn();
            }
        } catch (InterruptedException e) {
            LOG.info("{} was interrupted", name);
        }
        // Not reached after an Error: such a worker is missing, and the heartbeat must tell.
        crew.leaves(name);
    }

    private void turn() throws InterruptedException {
        long calls = wakeUp.calls();
        try {
            if (!workOnce()) {
                wakeUp.await(calls, POLL);
            }
        } catch (SQLException e) {
            // The keeper says it once for all when the database is gone.
            LOG.debug("No claim", e);
            wakeUp.await(calls, PAUSE);
        } catch (RuntimeException e) {
            LOG.error("{} met an error in the program and goes on", name, e);
            wakeUp.await(calls, PAUSE);
        }
    }

    /** Returns false when there was nothing to do. */
    private boolean workOnce() throws SQLException, InterruptedException {
        Claim claim;
        Outcome outcome;
        long begun = nanoTime.getAsLong();
        try (Connection connection = dataSource.getConnection()) {
            expectAnswersFrom(connection);
            Optional<Claim> next = ledger.claim(connection, name);
            crew.seen(name);
            if (next.isEmpty()) {
                return false;
            }
            claim = next.get();
            outcome = load(connection, claim);
        }
        if (outcome instanceof Outcome.Done done) {
            report(claim, done.result(), begun);
        } else {
            settle(claim, outcome);
        }
        // Another worker may wait for this period.
        wakeUp.call();
        return true;
    }

    // A server that is gone without a word must not hold us for ever, and a claim is worth no more than its lease.
    private void expectAnswersFrom(Connection connection) throws SQLException {
        connection.setNetworkTimeout(Runnable::run, (int) terms.lease().toMillis());
    }

    private Outcome load(Connection connection, Claim claim) throws SQLException {
        // An index takes as long as it takes; from here on the keeper watches, and cuts.
        connection.setNetworkTimeout(Runnable::run, 0);
        Progress progress = new Progress(nanoTime);
        crew.begins(name, new ActiveLoad(claim, progress, connection, nanoTime.getAsLong()));
        try {
            return attempt.run(connection, claim, progress);
        } finally {
            crew.ends(name);
        }
    }

    // If the ledger cannot be reached for long, the lease runs out and says the same.
    private void settle(Claim claim, Outcome outcome) throws InterruptedException {
        if (outcome instanceof Outcome.Lost lost) {
            LOG.warn("{}", lost.message());
            return;
        }
        for (int i = 0; i < SETTLEMENTS; i++) {
            try (Connection connection = dataSource.getConnection()) {
                expectAnswersFrom(connection);
                settlement.write(connection, claim, attempt.fileOf(claim), outcome);
                crew.seen(name);
                return;
            } catch (SQLException e) {
                LOG.debug("Not settled yet", e);
                wakeUp.await(wakeUp.calls(), PAUSE);
            }
        }
        LOG.warn("The end of {} could not be written: its lease runs out by itself", claim);
    }

    private void report(Claim claim, LoadResult result, long begun) {
        LOG.info(
                "{}: {} rows loaded, {} rejected, {} members inferred, {} s",
                claim,
                result.loaded(),
                result.rejected(),
                result.inferred(),
                String.format(
                        Locale.ROOT, "%.2f", (nanoTime.getAsLong() - begun) / (double) TimeUnit.SECONDS.toNanos(1)));
    }
}
