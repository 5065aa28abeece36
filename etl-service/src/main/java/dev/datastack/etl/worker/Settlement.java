package dev.datastack.etl.worker;

import dev.datastack.etl.ledger.Claim;
import dev.datastack.etl.ledger.LeaseLostException;
import dev.datastack.etl.ledger.Ledger;
import dev.datastack.etl.load.Loader;
import dev.datastack.etl.load.RejectLimitException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes into the ledger how an attempt ended that did not end well. A good one wrote it itself, with its rows. */
final class Settlement {

    private static final Logger LOG = LoggerFactory.getLogger(Settlement.class);
    private static final int LONGEST_DELAY_SECONDS = 30;
    private static final Duration STAND_BACK = Duration.ofSeconds(10);

    private final Ledger ledger;
    private final Loader loader;
    private final int maxAttempts;

    Settlement(Ledger ledger, Loader loader, int maxAttempts) {
        this.ledger = ledger;
        this.loader = loader;
        this.maxAttempts = maxAttempts;
    }

    void write(Connection connection, Claim claim, String file, Outcome outcome) throws SQLException {
        try {
            if (outcome instanceof Outcome.Failed failed) {
                fail(connection, claim, file, failed.error(), failed.rejects());
            } else if (outcome instanceof Outcome.TryAgain again) {
                if (again.connectionLost()) {
                    ledger.endBackEnd(connection, claim);
                }
                tryAgain(connection, claim, file, again.error());
            } else if (outcome instanceof Outcome.Stopped) {
                ledger.handBack(connection, claim);
                LOG.info("{} was stopped and handed back", claim);
            } else if (outcome instanceof Outcome.StoodBack back) {
                ledger.standBack(connection, claim, back.whom(), STAND_BACK);
                LOG.info("{} stands back for {}: it waits for {}", claim, STAND_BACK, back.whom());
            }
        } catch (LeaseLostException e) {
            LOG.warn("{}", e.getMessage());
        }
    }

    private void tryAgain(Connection connection, Claim claim, String file, String error)
            throws SQLException, LeaseLostException {
        if (claim.attempt() >= maxAttempts) {
            fail(connection, claim, file, "After " + claim.attempt() + " attempts: " + error, null);
            return;
        }
        Duration delay = Duration.ofSeconds(Math.min(1L << Math.min(claim.attempt() - 1, 10), LONGEST_DELAY_SECONDS));
        ledger.retry(connection, claim, error, delay);
        LOG.warn("{} is tried again in {} s: {}", claim, delay.toSeconds(), error);
    }

    private void fail(
            Connection connection, Claim claim, String file, String error, @Nullable RejectLimitException rejects)
            throws SQLException, LeaseLostException {
        connection.setAutoCommit(false);
        try {
            // The fence first: when the answer to an earlier commit was lost, the rejects are there already.
            ledger.failed(connection, claim, file, error);
            if (rejects != null) {
                loader.keepRejects(connection, claim, rejects);
            }
            connection.commit();
        } finally {
            connection.rollback();
            connection.setAutoCommit(true);
        }
        LOG.error("{} failed: {}", claim, error);
    }
}
