package dev.datastack.acceptance.stack;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The result of a query in a form that is equal for equal answers of two databases. */
public final class Rows {
    private static final String NULL = "NULL";

    private Rows() {}

    public static List<List<Object>> of(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var result = statement.executeQuery(sql)) {
            var rows = new ArrayList<List<Object>>();
            while (result.next()) {
                rows.add(row(result));
            }
            return List.copyOf(rows);
        }
    }

    private static List<Object> row(ResultSet result) throws SQLException {
        var row = new ArrayList<Object>();
        for (int column = 1; column <= result.getMetaData().getColumnCount(); column++) {
            row.add(plain(result.getObject(column)));
        }
        return List.copyOf(row);
    }

    private static Object plain(@Nullable Object value) {
        if (value == null) {
            return NULL;
        }
        if (!(value instanceof Number)) {
            return value.toString();
        }
        var number = new BigDecimal(value.toString()).stripTrailingZeros();
        return number.scale() < 0 ? number.setScale(0) : number;
    }
}
