package dev.datastack.acceptance.loading;

import dev.datastack.acceptance.stack.Repository;
import dev.datastack.acceptance.stack.Rows;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;

/** The input files as DuckDB reads them, under the names of the warehouse: the second opinion on what was loaded. */
final class Files2013 implements AutoCloseable {
    private static final String VIEW = "CREATE VIEW core.%s AS SELECT * FROM read_csv('%s/%s', nullstr = 'NA')";

    private final Connection connection;

    private Files2013(Connection connection) {
        this.connection = connection;
    }

    static Files2013 open() throws SQLException {
        var files = new Files2013(DriverManager.getConnection("jdbc:duckdb:"));
        files.run("SET TimeZone = 'UTC'");
        files.run("CREATE SCHEMA core");
        var folder = Repository.root().resolve("data/nycflights13");
        files.run(VIEW.formatted("flight", folder, "flights-*.csv.gz"));
        files.run(VIEW.formatted("weather_file", folder, "weather-*.csv.gz"));
        // The one row that cannot be: the fastest wind ever measured was a quarter of it.
        files.run(
                "CREATE VIEW core.weather AS SELECT * FROM core.weather_file WHERE wind_speed IS NULL OR wind_speed < 1000");
        files.run(VIEW.formatted("plane", folder, "planes.csv"));
        files.run(VIEW.formatted("airport", folder, "airports.csv"));
        files.run(VIEW.formatted("airline", folder, "airlines.csv"));
        // NA is Namibia here.
        files.run(VIEW.replace("'NA'", "''").formatted("time_zone", folder, "timezones.csv"));
        return files;
    }

    List<List<Object>> rows(String sql) {
        try {
            return Rows.of(connection, sql);
        } catch (SQLException e) {
            throw new AssertionError("DuckDB could not run: " + sql, e);
        }
    }

    Object value(String sql) {
        return rows(sql).get(0).get(0);
    }

    private void run(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
