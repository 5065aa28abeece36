package dev.datastack.etl.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** Loads whose worker stopped renewing its lease. */
final class Abandoned {

    // A client that stalls inside COPY is ended by no timeout of the server, and holds the ledger's row if it stalls
    // after the fence check: so its back end goes first. Pid, start and name together: a pid alone may be another's by
    // now.
    private static final String END_BACK_END = """
            SELECT pg_terminate_backend(a.pid, 1000)
              FROM etl.load l
              JOIN pg_stat_activity a
                ON a.pid = l.backend_pid AND a.backend_start = l.backend_start AND a.application_name = l.worker
             WHERE l.status = 'running' AND a.pid <> pg_backend_pid()
            """;

    private static final String OF_EXPIRED = END_BACK_END + " AND l.lease_until < clock_timestamp()";
    private static final String OF_CLAIM = END_BACK_END + " AND l.id = ? AND l.fence = ?";

    private static final String GIVE_UP = """
            UPDATE etl.load
               SET status = 'failed', finished_at = clock_timestamp(), lease_until = NULL,
                   deaths = deaths + 1,
                   error = format('The worker died or stalled %s times at this load, last %s. '
                                  'Look at its log and memory limit, then request the load again.', deaths + 1, worker)
             WHERE id IN (SELECT id FROM etl.load
                           WHERE status = 'running' AND lease_until < clock_timestamp()
                             AND (attempt >= ? OR deaths + 1 >= ?)
                             FOR NO KEY UPDATE SKIP LOCKED)
            """;

    private Abandoned() {}

    static void takeFromTheDead(Connection connection, LeaseTerms terms) throws SQLException {
        try (PreparedStatement end = connection.prepareStatement(OF_EXPIRED)) {
            end.execute();
        }
        try (PreparedStatement giveUp = connection.prepareStatement(GIVE_UP)) {
            giveUp.setInt(1, terms.maxAttempts());
            giveUp.setInt(2, terms.maxDeaths());
            giveUp.executeUpdate();
        }
    }

    /** The back end of an attempt whose connection broke: it may not know yet, and keep the ledger's row locked. */
    static void endBackEnd(Connection connection, Claim claim) throws SQLException {
        try (PreparedStatement end = connection.prepareStatement(OF_CLAIM)) {
            end.setLong(1, claim.id());
            end.setLong(2, claim.fence());
            end.execute();
        }
    }
}
