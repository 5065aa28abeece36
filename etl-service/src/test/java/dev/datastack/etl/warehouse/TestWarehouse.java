package dev.datastack.etl.warehouse;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** A fresh warehouse, seen as its owner, or as whoever is asked for. */
public final class TestWarehouse implements AutoCloseable {

    /** Tells the connections of a test from those of a worker. */
    public static final String NAME = "test";

    private final String url;
    private final HikariDataSource pool = new HikariDataSource();

    public TestWarehouse() throws SQLException {
        this(TestServer.newWarehouse());
    }

    /** One that was made on another server than the one that most tests share. */
    public TestWarehouse(String url) {
        this.url = url;
        pool.setJdbcUrl(url);
        pool.setUsername("etl");
        pool.addDataSourceProperty("ApplicationName", NAME);
        pool.setMaximumPoolSize(8);
        pool.setMinimumIdle(0);
        pool.setConnectionTimeout(5_000);
    }

    public String url() {
        return url;
    }

    public DataSource pool() {
        return pool;
    }

    public Connection connectAs(String role) throws SQLException {
        return DriverManager.getConnection(url, role, "");
    }

    /** As if their file had been loaded: weather must name one. */
    public void knowTheAirportsOfNewYork() throws SQLException {
        execute("INSERT INTO core.airport (faa) VALUES ('EWR'), ('JFK'), ('LGA')"
                + " ON CONFLICT (faa) DO UPDATE SET inferred = false");
    }

    public long request(String dataset, String period) throws SQLException {
        return number("SELECT etl.request_load('%s', '%s', 'test')".formatted(dataset, period));
    }

    public String status(long load) throws SQLException {
        return text("SELECT status FROM etl.load WHERE id = " + load);
    }

    public long number(String sql) throws SQLException {
        return Long.parseLong(text(sql));
    }

    public String text(String sql) throws SQLException {
        return String.valueOf(rows(sql).get(0).get(0));
    }

    /** All rows, every value as text. */
    public List<List<@Nullable String>> rows(String sql) throws SQLException {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement();
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

    public void execute(String sql) throws SQLException {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() {
        pool.close();
        try {
            Preparation.drop(url);
        } catch (SQLException e) {
            throw new IllegalStateException("The warehouse of this test could not be dropped", e);
        }
    }
}
