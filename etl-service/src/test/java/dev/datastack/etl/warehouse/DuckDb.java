package dev.datastack.etl.warehouse;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The same files, read by another program: tables flights, weather, planes, airports, airlines, timezones straight from the CSV. */
public final class DuckDb implements AutoCloseable {

    private final Connection connection;

    public DuckDb() throws SQLException {
        connection = DriverManager.getConnection("jdbc:duckdb:");
        view("flights", "flights-2013-*.csv.gz");
        view("weather", "weather-2013-*.csv.gz");
        view("planes", "planes.csv");
        view("airports", "airports.csv");
        view("airlines", "airlines.csv");
        view("timezones", "timezones.csv", "");
    }

    public List<List<@Nullable String>> rows(String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            List<List<@Nullable String>> rows = new ArrayList<>();
            while (result.next()) {
                List<@Nullable String> row = new ArrayList<>();
                for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
                    row.add(result.getString(i));
                }
                rows.add(row);
            }
            return rows;
        }
    }

    private void view(String name, String files) throws SQLException {
        view(name, files, "NA");
    }

    private void view(String name, String files, String missing) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(
                    "CREATE TABLE %s AS SELECT * FROM read_csv('%s', header = true, nullstr = '%s', sample_size = -1)"
                            .formatted(name, RealFiles.folder().resolve(files), missing));
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
