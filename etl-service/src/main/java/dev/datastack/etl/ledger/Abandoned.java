package dev.datastack.etl.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** Loads whose worker stopped renewing its lease. */
final class Abandoned {

    // A client that stalls inside COPY is ended by no timeout of the server, and holds the ledger's row if it stalls
    // after the fence check: so its back end goes first. Pid, start and name together: a pid alone may be another's by
    // now.
    private static final String END_BACK_ENDS = """
            SELECT pg_terminate_backend(a.pid, 5000)
              FROM etl.load l
              JOIN pg_stat_activity a
                ON a.pid = l.backend_pid AND a.backend_start = l.backend_start AND a.application_name = l.worker
             WHERE l.status = 'running' AND l.lease_until < clock_timestamp() AND a.pid <> pg_backend_pid()
            """;

    private static final String GIVE_UP = """
            UPDATE etl.load
               SET status = 'failed', finished_at = clock_timestamp(), lease_until = NULL,
                   error = format('The worker died or stalled in each of %s attempts, last %s. '
                                  'Look at its log and memory limit, then request the load again.', attempt, worker)
             WHERE id IN (SELECT id FROM etl.load
                           WHERE status = 'running' AND lease_until < clock_timestamp() AND attempt >= ?
                             FOR NO KEY UPDATE SKIP LOCKED)
            """;

    private Abandoned() {}

    static void takeFromTheDead(Connection connection, LeaseTerms terms) throws SQLException {
        try (PreparedStatement end = connection.prepareStatement(END_BACK_ENDS)) {
            end.execute();
        }
        try (PreparedStatement giveUp = connection.prepareStatement(GIVE_UP)) {
            giveUp.setInt(1, terms.maxAttempts());
            giveUp.executeUpdate();
        }
    }
}
