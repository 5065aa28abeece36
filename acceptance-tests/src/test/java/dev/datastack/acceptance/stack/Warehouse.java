package dev.datastack.acceptance.stack;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The database {@code warehouse} of a stack, as seen from this machine through the published port. */
public record Warehouse(int port, String user, String password) {
    private static final String EVERY_ROW = Stream.of("flight", "airport", "plane")
            .map(("(SELECT concat(count(*), ' ', sum(('x' || left(md5(t::text), 15))::bit(60)::bigint::numeric))"
                    + " FROM core.%s AS t)")::formatted)
            .collect(Collectors.joining(", ", "SELECT ", ""));

    public Connection connect() throws SQLException {
        var properties = new Properties();
        properties.setProperty("user", user);
        properties.setProperty("password", password);
        properties.setProperty("connectTimeout", "10");
        properties.setProperty("socketTimeout", "60");
        return DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + port + "/warehouse", properties);
    }

    public List<List<Object>> rows(String sql) {
        try (var connection = connect()) {
            return Rows.of(connection, sql);
        } catch (SQLException e) {
            throw new AssertionError(user + " on port " + port + " could not run: " + sql, e);
        }
    }

    /** Every row of the flights, airports and planes, summed up in another way than {@code stack backup} does. */
    public List<List<Object>> everyRow() {
        return rows(EVERY_ROW);
    }

    public Object value(String sql) {
        return rows(sql).get(0).get(0);
    }

    public void change(String sql) throws SQLException {
        try (var connection = connect();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
