package dev.datastack.cli;

import dev.datastack.cli.process.Call;
import dev.datastack.cli.process.Finished;
import java.sql.Connection;
import java.sql.SQLException;

/** Answers as {@code psql -At} does, on a connection of a test. */
public record FakePsql(Connection connection) {
    public Finished answer(Call call) {
        var sql = call.argv().get(call.argv().size() - 1);
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return FakeRunner.finished(call, 0, String.valueOf(rows.getString(1)), "");
        } catch (SQLException e) {
            return FakeRunner.finished(call, 1, "", String.valueOf(e.getMessage()));
        }
    }

    public void run(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
