package dev.datastack.acceptance.roles;

import dev.datastack.acceptance.roles.Statements.Statement;
import dev.datastack.acceptance.stack.Project;
import java.sql.Connection;
import java.sql.SQLException;

/** One seat taken: a connection that tries statements and takes each back. */
final class Session implements AutoCloseable {
    private final Connection connection;

    Session(Seat seat, Project project) throws SQLException {
        connection = seat.connect(project);
    }

    /** How it ended, in the words of the list, or with the server's own words where the list has none. */
    String end(Statement statement, Outcome expected) throws SQLException {
        connection.setAutoCommit(statement.runsAlone());
        try (var doing = connection.createStatement()) {
            if (expected == Outcome.TIME) {
                // A role's own limit is minutes; that it has one, another test says.
                doing.execute("SET LOCAL statement_timeout = '300ms'");
            }
            doing.execute(statement.sql());
            return Outcome.DONE.name();
        } catch (SQLException refusal) {
            return Outcome.of(refusal)
                    .map(Outcome::name)
                    .orElseGet(() -> refusal.getSQLState() + " " + refusal.getMessage());
        } finally {
            if (!connection.getAutoCommit()) {
                connection.rollback();
            }
        }
    }

    String value(String sql) throws SQLException {
        try (var asking = connection.createStatement();
                var answer = asking.executeQuery(sql)) {
            answer.next();
            return answer.getString(1);
        }
    }

    /** Names the server process of this session and the start of the server: while they stay, nothing was ended. */
    String alive() throws SQLException {
        connection.setAutoCommit(true);
        return value("SELECT pg_backend_pid() || ' ' || pg_postmaster_start_time()");
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
