package dev.datastack.etl.command;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Requests loads and watches them, as any client of the ledger does. */
final class LedgerDesk {

    private static final String REQUEST = "SELECT etl.request_load(?, ?, ?)";
    private static final String REFRESH = "SELECT mart.refresh()";

    private static final String AT_IT = """
            SELECT format('load %s, by %s', id, worker) FROM etl.load
             WHERE dataset = ? AND period = ? AND status = 'running'
            """;

    // COPY's own counter tells of a load that runs; the ledger knows its rows when it is done.
    private static final String WATCH = """
            SELECT l.id, l.dataset, l.period, l.status, coalesce(l.rows_rejected, 0) AS rejected, l.error, l.waits_for,
                   coalesce(l.rows_read, c.tuples_processed, 0) AS rows,
                   coalesce(extract(epoch FROM l.finished_at - l.started_at), 0) AS seconds
              FROM etl.load l
              LEFT JOIN pg_stat_progress_copy c ON l.status = 'running' AND c.pid = l.backend_pid
             WHERE l.id = ANY (?)
             ORDER BY l.id
            """;

    private final Connection connection;

    LedgerDesk(Connection connection) {
        this.connection = connection;
    }

    /** Returns the id; one that was asked for already and has not begun is joined. */
    long request(WantedLoad load, String by) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(REQUEST)) {
            statement.setString(1, load.dataset());
            statement.setString(2, load.period());
            statement.setString(3, by);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    /** Which load is at the same dataset and period right now. */
    Optional<String> atIt(WantedLoad load) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(AT_IT)) {
            statement.setString(1, load.dataset());
            statement.setString(2, load.period());
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
            }
        }
    }

    List<LoadState> watch(List<Long> ids) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(WATCH)) {
            statement.setArray(1, connection.createArrayOf("bigint", ids.toArray()));
            List<LoadState> states = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    states.add(state(row));
                }
            }
            return states;
        }
    }

    /** Returns false when there was nothing new. */
    boolean refreshMarts() throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(REFRESH);
                ResultSet row = statement.executeQuery()) {
            return row.next() && row.getBoolean(1);
        }
    }

    private static LoadState state(ResultSet row) throws SQLException {
        return new LoadState(
                row.getLong("id"),
                new WantedLoad(row.getString("dataset"), row.getString("period")),
                row.getString("status"),
                row.getLong("rows"),
                row.getLong("rejected"),
                row.getDouble("seconds"),
                Optional.ofNullable(row.getString("error")),
                Optional.ofNullable(row.getString("waits_for")));
    }
}
