package dev.datastack.etl.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/** Whose turn it is. */
final class Claiming {

    // The oldest first. Not the period that another worker loads; not what needs members that an earlier load is
    // about to bring (first_need); not what another worker is claiming at this moment. What has cost a worker its life
    // (deaths) not beside another one of that kind: the one that kills must not take the same others with it again.
    // Dataset by dataset, and of each the first few: what waits for a need is never looked at, however much it is.
    // The index load_waiting has id + 0, because id itself the planner would read in order from the primary key, and
    // pass over everything that belongs to other datasets.
    static final String CLAIM = """
            WITH waiting AS MATERIALIZED (
                SELECT few.id
                  FROM etl.dataset d
                 CROSS JOIN LATERAL (
                       SELECT min(first.id) AS first_need
                         FROM unnest(d.needs) AS need (name)
                        CROSS JOIN LATERAL (SELECT n.id FROM etl.load n
                                             WHERE n.dataset = need.name AND n.status IN ('requested', 'running')
                                             ORDER BY n.id + 0 LIMIT 1) first) needs
                 CROSS JOIN LATERAL (
                       SELECT w.id FROM etl.load w
                        WHERE w.dataset = d.name AND w.status = 'requested' AND w.not_before <= clock_timestamp()
                          AND w.id + 0 < coalesce(needs.first_need, 9223372036854775807)
                          AND NOT EXISTS (SELECT FROM etl.load r WHERE r.dataset = w.dataset AND r.period = w.period
                                             AND r.status = 'running')
                          AND (w.deaths = 0 OR NOT EXISTS (SELECT FROM etl.load r
                                                            WHERE r.status = 'running' AND r.deaths > 0))
                        ORDER BY w.id + 0 LIMIT 64) few
                 ORDER BY few.id LIMIT 64),
            next AS (
                SELECT l.id FROM waiting JOIN etl.load l USING (id)
                 WHERE l.status = 'requested' AND l.not_before <= clock_timestamp()
                 ORDER BY l.id LIMIT 1
                   FOR NO KEY UPDATE OF l SKIP LOCKED)
            UPDATE etl.load l
               SET status = 'running', fence = l.fence + 1, attempt = l.attempt + 1,
                   worker = set_config('application_name', ?, false),
                   lease_until = clock_timestamp() + make_interval(secs => ?),
                   started_at = clock_timestamp(), finished_at = NULL, error = NULL,
                   backend_pid = pg_backend_pid(),
                   backend_start = (SELECT a.backend_start FROM pg_stat_activity a WHERE a.pid = pg_backend_pid())
              FROM next WHERE l.id = next.id
            RETURNING l.id, l.dataset, l.period, l.attempt, l.fence
            """;

    private static final int TRIES = 3;
    private static final String UNIQUE_VIOLATION = "23505";

    private Claiming() {}

    /** First frees, or gives up, what dead workers held. */
    static Optional<Claim> next(Connection connection, String worker, LeaseTerms terms) throws SQLException {
        Abandoned.takeFromTheDead(connection, terms);
        for (int tries = 1; ; tries++) {
            try {
                return claim(connection, worker, terms);
            } catch (SQLException e) {
                // Another worker began the same period, or another load that may kill, between our look and our update.
                if (!UNIQUE_VIOLATION.equals(e.getSQLState())) {
                    throw e;
                } else if (tries == TRIES) {
                    return Optional.empty();
                }
            }
        }
    }

    private static Optional<Claim> claim(Connection connection, String worker, LeaseTerms terms) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(CLAIM)) {
            statement.setString(1, worker);
            statement.setDouble(2, terms.seconds());
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? Optional.of(claimOf(row)) : Optional.empty();
            }
        }
    }

    private static Claim claimOf(ResultSet row) throws SQLException {
        return new Claim(row.getLong(1), row.getString(2), row.getString(3), row.getInt(4), row.getLong(5));
    }
}
