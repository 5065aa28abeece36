package dev.datastack.etl.ledger;

import dev.datastack.etl.dataset.Cadence;
import dev.datastack.etl.dataset.Dataset;
import dev.datastack.etl.dataset.Datasets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Claims loads and writes down how they ended. Works on connections that it is given: who commits, decides. */
public final class Ledger {

    private static final String REGISTER = """
            INSERT INTO etl.dataset (name, monthly, needs) VALUES (?, ?, ?)
            ON CONFLICT (name) DO UPDATE SET monthly = excluded.monthly, needs = excluded.needs
            """;

    private static final String DONE = """
            UPDATE etl.load
               SET status = 'done', file = ?, sha256 = ?, rows_read = ?, rows_loaded = ?, rows_rejected = ?,
                   finished_at = clock_timestamp(), lease_until = NULL, waits_for = NULL
             WHERE id = ? AND fence = ? AND status = 'running'
            """;

    private static final String FAILED = """
            UPDATE etl.load
               SET status = 'failed', file = ?, error = ?, finished_at = clock_timestamp(), lease_until = NULL,
                   waits_for = NULL
             WHERE id = ? AND fence = ? AND status = 'running'
            """;

    private static final String RETRY = """
            UPDATE etl.load
               SET status = 'requested', error = ?, lease_until = NULL, waits_for = NULL,
                   not_before = clock_timestamp() + make_interval(secs => ?)
             WHERE id = ? AND fence = ? AND status = 'running'
            """;

    private static final String HAND_BACK = """
            UPDATE etl.load
               SET status = 'requested', attempt = attempt - 1, started_at = NULL, lease_until = NULL,
                   waits_for = ?, not_before = clock_timestamp() + make_interval(secs => ?)
             WHERE id = ? AND fence = ? AND status = 'running'
            """;

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

    /** Takes the load whose turn it is. It must then run on this connection. */
    public Optional<Claim> claim(Connection connection, String worker) throws SQLException {
        return Claiming.next(connection, worker, terms);
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
        handBack(connection, claim, null, Duration.ZERO);
    }

    /** Not begun either, but it would meet the same sessions again at once. That costs it no attempt, however often. */
    public void standBack(Connection connection, Claim claim, String whom, Duration delay)
            throws SQLException, LeaseLostException {
        handBack(connection, claim, whom, delay);
    }

    private static void handBack(Connection connection, Claim claim, @Nullable String waitsFor, Duration delay)
            throws SQLException, LeaseLostException {
        try (PreparedStatement statement = connection.prepareStatement(HAND_BACK)) {
            statement.setString(1, waitsFor);
            statement.setDouble(2, delay.toMillis() / 1000.0);
            change(statement, 3, claim);
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
}
