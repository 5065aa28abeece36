package dev.datastack.etl.load;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Takes tables for itself without holding up those who read them. Whoever waits for such a lock makes all later readers
 * wait behind it; so it asks for a moment only, and lets them pass before it asks again.
 */
final class PoliteLock {

    private static final Duration DISTANCE = Duration.ofSeconds(2);
    private static final int TRIES = 6;
    private static final String LOCK_NOT_AVAILABLE = "55P03";

    private static final String BRIEFLY = "SET LOCAL lock_timeout = '250ms'";
    // ONLY: its other partitions are nobody's business here.
    private static final String LOCK = "LOCK TABLE %s IN ACCESS EXCLUSIVE MODE";

    private static final String HOLDERS = """
            SELECT string_agg(DISTINCT format('%s (pid %s%s)', coalesce(a.usename::text, a.backend_type), a.pid,
                                              ', ' || nullif(a.application_name, '')), ', ')
              FROM pg_locks l JOIN pg_stat_activity a USING (pid)
             WHERE l.relation = ANY (?::regclass[]) AND l.granted AND a.datname = current_database()
               AND l.pid <> pg_backend_pid()
            """;

    /** What has to be done anew before each try, because a try that failed takes it back. */
    interface Before {
        int run() throws SQLException;
    }

    private final Connection connection;
    private final List<String> tables;
    private final Progress progress;

    PoliteLock(Connection connection, List<String> tables, Progress progress) {
        this.connection = connection;
        this.tables = List.copyOf(tables);
        this.progress = progress;
    }

    /**
     * Returns what was done before, with the tables locked until the transaction ends. While it waits, nothing that was
     * done before is held: other loads could be waiting for that.
     */
    int takeAfter(Before before) throws SQLException, LoadStoppedException, StillReadException {
        if (tables.isEmpty()) {
            return before.run();
        }
        Savepoint savepoint = connection.setSavepoint();
        for (int tries = 1; ; tries++) {
            // Asked first, because it would be in vain to do all that and take it back.
            if (isTaken()) {
                connection.rollback(savepoint);
                int result = before.run();
                if (isTaken()) {
                    progress.waitsFor("");
                    return result;
                }
            }
            connection.rollback(savepoint);
            String whom = "sessions that use " + String.join(", ", tables) + ": " + holders();
            progress.waitsFor(whom);
            if (tries == TRIES) {
                throw new StillReadException(whom);
            }
            progress.pause(DISTANCE);
        }
    }

    private boolean isTaken() throws SQLException {
        String only = tables.stream().map(table -> "ONLY " + table).collect(Collectors.joining(", "));
        try (Statement statement = connection.createStatement()) {
            statement.execute(BRIEFLY);
            statement.execute(LOCK.formatted(only));
            return true;
        } catch (SQLException e) {
            if (LOCK_NOT_AVAILABLE.equals(e.getSQLState())) {
                return false;
            }
            throw e;
        }
    }

    private String holders() throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(HOLDERS)) {
            statement.setArray(1, connection.createArrayOf("text", tables.toArray()));
            try (ResultSet row = statement.executeQuery()) {
                String holders = row.next() ? row.getString(1) : null;
                return holders == null ? "they have just gone" : holders;
            }
        }
    }
}
