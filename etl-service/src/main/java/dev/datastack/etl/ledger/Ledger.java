package dev.datastack.etl.ledger;

import dev.datastack.etl.dataset.Cadence;
import dev.datastack.etl.dataset.Dataset;
import dev.datastack.etl.dataset.Datasets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;

/** Claims loads and writes down how they ended. Works on connections that it is given: who commits, decides. */
public final class Ledger {

    private static final String REGISTER = """
            INSERT INTO etl.dataset (name, monthly, needs) VALUES (?, ?, ?)
            ON CONFLICT (name) DO UPDATE SET monthly = excluded.monthly, needs = excluded.needs
            """;

    // Not the period that another worker is at; not what needs members that an earlier load is about to bring; not what
    // another worker is claiming right now.
    private static final String CLAIM = """
            WITH next AS (
                SELECT l.id FROM etl.load l
                 WHERE (l.status = 'requested' AND l.not_before <= clock_timestamp()
                        OR l.status = 'running' AND l.lease_until < clock_timestamp())
                   AND NOT EXISTS (SELECT FROM etl.load r WHERE r.dataset = l.dataset AND r.period = l.period
                                      AND r.status = 'running' AND r.id <> l.id)
                   AND NOT EXISTS (SELECT FROM etl.dataset d JOIN etl.load n ON n.dataset = ANY (d.needs)
                                    WHERE d.name = l.dataset AND n.id < l.id AND n.status IN ('requested', 'running'))
                 ORDER BY l.id LIMIT 1
                   FOR NO KEY UPDATE SKIP LOCKED)
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

    private static final String DONE = """
            UPDATE etl.load
               SET status = 'done', file = ?, sha256 = ?, rows_read = ?, rows_loaded = ?, rows_rejected = ?,
                   finished_at = clock_timestamp(), lease_until = NULL
             WHERE id = ? AND fence = ? AND status = 'running'
            """;

    private static final String FAILED = """
            UPDATE etl.load
               SET status = 'failed', file = ?, error = ?, finished_at = clock_timestamp(), lease_until = NULL
             WHERE id = ? AND fence = ? AND status = 'running'
            """;

    private static final String RETRY = """
            UPDATE etl.load
               SET status = 'requested', error = ?, lease_until = NULL,
                   not_before = clock_timestamp() + make_interval(secs => ?)
             WHERE id = ? AND fence = ? AND status = 'running'
            """;

    private static final String HAND_BACK = """
            UPDATE etl.load
               SET status = 'requested', attempt = attempt - 1, started_at = NULL, lease_until = NULL
             WHERE id = ? AND fence = ? AND status = 'running'
            """;

    private static final String UNIQUE_VIOLATION = "23505";

    private final LeaseTerms terms;

    public Ledger(LeaseTerms terms) {
        this.terms = terms;
    }

    /** Makes the datasets known to etl.request_load. */
    public void register(Connection connection, Datasets datasets) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(REGISTER)) {
            for (Dataset dataset : datasets.all()) {
                statement.setString(1, dataset.name());
                statement.setBoolean(2, dataset.cadence() == Cadence.MONTHLY);
                statement.setArray(
                        3,
                        connection.createArrayOf(
                                "text", datasets.neededBy(dataset).toArray()));
                statement.executeUpdate();
            }
        }
    }

    /** Takes the oldest load that waits, or whose worker stopped renewing. The load must then run on this connection. */
    public Optional<Claim> claim(Connection connection, String worker) throws SQLException {
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

    /** The last statement of a load's transaction: from here on only the commit is missing. */
    public void done(Connection connection, Claim claim, Counts counts) throws SQLException, LeaseLostException {
        try (PreparedStatement statement = connection.prepareStatement(DONE)) {
            statement.setString(1, counts.file());
            statement.setString(2, counts.sha256());
            statement.setLong(3, counts.read());
            statement.setLong(4, counts.loaded());
            statement.setLong(5, counts.rejected());
            change(statement, 6, claim);
        }
    }

    /** For good: another attempt would end the same way. */
    public void failed(Connection connection, Claim claim, String file, String error)
            throws SQLException, LeaseLostException {
        try (PreparedStatement statement = connection.prepareStatement(FAILED)) {
            statement.setString(1, file);
            statement.setString(2, error);
            change(statement, 3, claim);
        }
    }

    /** Once more, after a while. */
    public void retry(Connection connection, Claim claim, String error, Duration delay)
            throws SQLException, LeaseLostException {
        try (PreparedStatement statement = connection.prepareStatement(RETRY)) {
            statement.setString(1, error);
            statement.setDouble(2, delay.toMillis() / 1000.0);
            change(statement, 3, claim);
        }
    }

    /** Call it before anything else is written about a claim whose connection broke. */
    public void endBackEnd(Connection connection, Claim claim) throws SQLException {
        Abandoned.endBackEnd(connection, claim);
    }

    /** Not begun, as far as the ledger is concerned: this worker goes, any other may take it at once. */
    public void handBack(Connection connection, Claim claim) throws SQLException, LeaseLostException {
        try (PreparedStatement statement = connection.prepareStatement(HAND_BACK)) {
            change(statement, 1, claim);
        }
    }

    private static void change(PreparedStatement statement, int next, Claim claim)
            throws SQLException, LeaseLostException {
        statement.setLong(next, claim.id());
        statement.setLong(next + 1, claim.fence());
        if (statement.executeUpdate() == 0) {
            throw LeaseLostException.of(claim);
        }
    }

    private static Claim claimOf(ResultSet row) throws SQLException {
        return new Claim(row.getLong(1), row.getString(2), row.getString(3), row.getInt(4), row.getLong(5));
    }
}
