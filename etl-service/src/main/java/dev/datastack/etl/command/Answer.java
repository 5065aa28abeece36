package dev.datastack.etl.command;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The rows that a query returned, every value as text. */
record Answer(List<String> names, List<List<String>> rows) {

    /** Text parameters; null means any. */
    static Answer to(Connection connection, String sql, @Nullable String... parameters) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, parameters);
            try (ResultSet result = statement.executeQuery()) {
                return of(result);
            }
        }
    }

    /** The same rows as a JSON array, which the database writes. */
    static String json(Connection connection, String sql, @Nullable String... parameters) throws SQLException {
        String wrapped = "SELECT coalesce(json_agg(a), '[]')::text FROM (" + sql + ") a";
        return to(connection, wrapped, parameters).rows().get(0).get(0);
    }

    private static void bind(PreparedStatement statement, @Nullable String... parameters) throws SQLException {
        for (int i = 0; i < parameters.length; i++) {
            statement.setString(i + 1, parameters[i]);
        }
    }

    private static Answer of(ResultSet result) throws SQLException {
        int columns = result.getMetaData().getColumnCount();
        List<String> names = new ArrayList<>();
        for (int i = 1; i <= columns; i++) {
            names.add(result.getMetaData().getColumnLabel(i));
        }
        List<List<String>> rows = new ArrayList<>();
        while (result.next()) {
            List<String> row = new ArrayList<>();
            for (int i = 1; i <= columns; i++) {
                row.add(Objects.requireNonNullElse(result.getString(i), ""));
            }
            rows.add(row);
        }
        return new Answer(names, rows);
    }

    /** The values of each row by the names of their columns. */
    List<Map<String, String>> byName() {
        return rows.stream()
                .map(row -> IntStream.range(0, names.size()).boxed().collect(Collectors.toMap(names::get, row::get)))
                .toList();
    }

    /** Columns as wide as their widest value. */
    List<String> lines() {
        List<List<String>> all = new ArrayList<>();
        all.add(names.stream()
                .map(name -> name.toUpperCase(java.util.Locale.ROOT))
                .toList());
        all.addAll(rows);
        List<String> lines = new ArrayList<>();
        for (List<String> row : all) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < row.size(); i++) {
                int column = i;
                int width =
                        all.stream().mapToInt(r -> r.get(column).length()).max().orElse(0);
                line.append(row.get(i)).append(" ".repeat(width - row.get(i).length() + 2));
            }
            lines.add(line.toString().stripTrailing());
        }
        return lines;
    }
}
