package dev.datastack.etl.load;

import dev.datastack.etl.copy.BinaryCopy;
import dev.datastack.etl.dataset.Column;
import dev.datastack.etl.dataset.Dataset;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A reference file is merged into its table. What it names is known from now on, inferred or not before; what it names no
 * longer becomes inferred and is not deleted, since facts that are being loaded at this moment may need it.
 */
final class ReferenceTarget implements Target {

    private static final String CREATE =
            "CREATE TEMPORARY TABLE incoming ON COMMIT DROP AS SELECT %s FROM %s WITH NO DATA";

    private static final String MERGE = """
            INSERT INTO %1$s AS known (%2$s, inferred)
            SELECT %2$s, false FROM incoming ORDER BY %3$s COLLATE "C"
            ON CONFLICT (%3$s) DO UPDATE SET (%2$s, inferred) = ROW (%5$s, false)
            WHERE (%4$s, known.inferred) IS DISTINCT FROM (%5$s, false)
            """;

    private static final String DEMOTE = """
            UPDATE %1$s SET inferred = true, %2$s
             WHERE NOT inferred AND %3$s NOT IN (SELECT %3$s FROM incoming)
            """;

    private final Dataset dataset;
    private final List<String> columns;
    private final String key;

    ReferenceTarget(Dataset dataset) {
        this.dataset = dataset;
        this.columns = Target.names(dataset.columns());
        this.key = dataset.key().stream().map(Column::name).findFirst().orElseThrow();
    }

    @Override
    public BinaryCopy open(Connection connection) throws SQLException {
        execute(connection, CREATE.formatted(list("%s"), dataset.table()));
        return BinaryCopy.into(connection, "incoming", columns);
    }

    @Override
    public void prepare(Connection connection) throws SQLException {
        execute(connection, "ANALYZE incoming");
    }

    /** Rows are merged one by one, and readers see the old ones until the commit. */
    @Override
    public List<String> replaced(Connection connection) {
        return List.of();
    }

    @Override
    public void publish(Connection connection) throws SQLException {
        execute(connection, MERGE.formatted(dataset.table(), list("%s"), key, list("known.%s"), list("excluded.%s")));
        String emptied = columns.stream()
                .filter(column -> !column.equals(key))
                .map(column -> column + " = NULL")
                .collect(Collectors.joining(", "));
        execute(connection, DEMOTE.formatted(dataset.table(), emptied, key));
    }

    private String list(String form) {
        return columns.stream().map(form::formatted).collect(Collectors.joining(", "));
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
