package dev.datastack.etl.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/** Whose turn it is. */
final class Claiming {

    // The oldest first, but behind all others what has cost a worker its life: and of such loads one at a time, so that
    // the one that kills does not take the same others with it again and again.
    // Not the period that another worker is at; not what needs members that an earlier load is about to bring
    // (first_need);
    // not what another worker is claiming right now.
    // Dataset by dataset, and of each the first few: a hundred thousand loads that wait for one need are never looked
    // at.
    // The index load_waiting has id + 0: id itself the planner would read from the primary key, in order, and pass over
    // all
    // that belongs to other datasets.
    private static final String CLAIM = """
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
                       SELECT w.id, w.deaths + (w.status = 'running')::integer AS deaths FROM etl.load w
                        WHERE w.dataset = d.name AND w.status IN ('requested', 'running')
                          AND w.id + 0 < coalesce(needs.first_need, 9223372036854775807)
                          AND (w.status = 'requested' AND w.not_before <= clock_timestamp()
                               OR w.status = 'running' AND w.lease_until < clock_timestamp())
                          AND NOT EXISTS (SELECT FROM etl.load r WHERE r.dataset = w.dataset AND r.period = w.period
                                             AND r.status = 'running' AND r.id <> w.id)
                        ORDER BY w.id + 0 LIMIT 64) few
                 ORDER BY few.deaths, few.id LIMIT 64),
            next AS (
                SELECT l.id FROM waiting JOIN etl.load l USING (id)
                 WHERE (l.status = 'requested' AND l.not_before <= clock_timestamp()
                        OR l.status = 'running' AND l.lease_until < clock_timestamp())
                   AND (l.status = 'requested' AND l.deaths = 0
                        OR NOT EXISTS (SELECT FROM etl.load s WHERE s.status = 'running' AND s.deaths > 0
                                          AND s.lease_until >= clock_timestamp()))
                 ORDER BY l.deaths + (l.status = 'running')::integer, l.id LIMIT 1
                   FOR NO KEY UPDATE OF l SKIP LOCKED)
            UPDATE etl.load l
               SET status = 'running', fence = l.fence + 1, attempt = l.attempt + 1,
                   deaths = l.deaths + (l.status = 'running')::integer,
                   worker = set_config('application_name', ?, false),
                   lease_until = clock_timestamp() + make_interval(secs => ?),
                   started_at = clock_timestamp(), finished_at = NULL, error = NULL, waits_for = NULL,
                   backend_pid = pg_backend_pid(),
                   backend_start = (SELECT a.backend_start FROM pg_stat_activity a WHERE a.pid = pg_backend_pid())
              FROM next WHERE l.id = next.id
            RETURNING l.id, l.dataset, l.period, l.attempt, l.fence
            """;

    private static final String UNIQUE_VIOLATION = "23505";

    private Claiming() {}

    /** Also gives up what has cost too many workers their life. */
    static Optional<Claim> next(Connection connection, String worker, LeaseTerms terms) throws SQLException {
        Abandoned.takeFromTheDead(connection, terms);
        try (PreparedStatement statement = connection.prepareStatement(CLAIM)) {
            statement.setString(1, worker);
            statement.setDouble(2, terms.seconds());
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? Optional.of(claimOf(row)) : Optional.empty();
            }
        } catch (SQLException e) {
            if (UNIQUE_VIOLATION.equals(e.getSQLState())) {
                // Another worker began the same period between our look and our update.
                return Optional.empty();
            }
            throw e;
        }
    }

    private static Claim claimOf(ResultSet row) throws SQLException {
        return new Claim(row.getLong(1), row.getString(2), row.getString(3), row.getInt(4), row.getLong(5));
    }
}
