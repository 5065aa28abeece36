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

    // Its fence stays: the next claim takes a greater one, and until then no change counts, since it is not running.
    private static final String FREE = """
            WITH over AS (
                SELECT id, attempt >= ? OR deaths + 1 >= ? AS given_up FROM etl.load
                 WHERE status = 'running' AND lease_until < clock_timestamp()
                   FOR NO KEY UPDATE SKIP LOCKED)
            UPDATE etl.load l
               SET deaths = deaths + 1, lease_until = NULL, waits_for = NULL,
                   status = CASE WHEN given_up THEN 'failed' ELSE 'requested' END,
                   finished_at = CASE WHEN given_up THEN clock_timestamp() END,
                   error = format('%s of its workers died or stalled, the last was %s. ', deaths + 1, worker)
                           || CASE WHEN given_up THEN
                              'Look at its log and memory limit, then request the load again.' ELSE 'It is tried again.' END
              FROM over WHERE l.id = over.id
            """;

    private Abandoned() {}

    static void takeFromTheDead(Connection connection, LeaseTerms terms) throws SQLException {
        try (PreparedStatement end = connection.prepareStatement(OF_EXPIRED)) {
            end.execute();
        }
        try (PreparedStatement free = connection.prepareStatement(FREE)) {
            free.setInt(1, terms.maxAttempts());
            free.setInt(2, terms.maxDeaths());
            free.executeUpdate();
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
