package dev.datastack.etl.load;

import dev.datastack.etl.copy.BinaryCopy;
import dev.datastack.etl.dataset.Dataset;
import dev.datastack.etl.dataset.Period;
import dev.datastack.etl.ledger.Claim;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * A month becomes a table of its own that takes the old partition's place.
 *
 * <p>Two months of one table are loaded at once, and the swap needs the parent for itself. So nothing before the swap may
 * lock the parent, not even CREATE TABLE ... (LIKE parent): two loads would each hold a weak lock and wait for ever for
 * the other's. That is why the columns come from the catalog.
 */
final class MonthTarget implements Target {

    private static final String COLUMNS_OF_PARENT = """
            SELECT string_agg(format('%I %s%s', attname, format_type(atttypid, atttypmod),
                                     CASE WHEN attnotnull THEN ' NOT NULL' END), ', ' ORDER BY attnum)
              FROM pg_attribute
             WHERE attrelid = to_regclass(?) AND attnum > 0 AND NOT attisdropped
            """;

    private static final String CREATE = "CREATE TABLE %s (%s, CHECK (%s >= DATE '%s' AND %s < DATE '%s'))";
    // Under a name of its own: attached, it becomes part of the parent's.
    private static final String KEY = "ALTER TABLE %s ADD CONSTRAINT %s PRIMARY KEY (%s)";
    private static final String LOCK_TIMEOUT = "SET LOCAL lock_timeout = '60s'";
    private static final String EXISTS = "SELECT to_regclass(?) IS NOT NULL";
    private static final String DROP = "DROP TABLE IF EXISTS %s";
    private static final String RENAME = "ALTER TABLE %s RENAME TO %s";
    private static final String RENAME_INDEX = "ALTER INDEX %s RENAME TO %s";
    private static final String ATTACH = "ALTER TABLE %s ATTACH PARTITION %s FOR VALUES FROM ('%s') TO ('%s')";

    private final Dataset dataset;
    private final Period.Month month;
    private final String schema;
    private final String partition;
    private final String fresh;

    MonthTarget(Dataset dataset, Period.Month month, Claim claim) {
        this.dataset = dataset;
        this.month = month;
        int dot = dataset.table().indexOf('.');
        schema = dataset.table().substring(0, dot + 1);
        partition = dataset.table().substring(dot + 1) + "_" + month.text().replace('-', '_');
        // With the fence: an attempt that is thought dead may still hold the name that it took.
        fresh = partition + "_load_" + claim.id() + "_" + claim.fence();
    }

    @Override
    public BinaryCopy open(Connection connection) throws SQLException {
        String day = dataset.day().orElseThrow().name();
        execute(
                connection,
                CREATE.formatted(schema + fresh, columns(connection), day, month.first(), day, month.next()));
        return BinaryCopy.frozenInto(connection, schema + fresh, Target.names(dataset.columns()));
    }

    @Override
    public void prepare(Connection connection) throws SQLException {
        String key = String.join(", ", Target.names(dataset.key()));
        execute(connection, KEY.formatted(schema + fresh, fresh + "_key", key));
    }

    /** The first load of a month is only attached, which readers do not notice. */
    @Override
    public List<String> replaced(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(EXISTS)) {
            statement.setString(1, schema + partition);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() && row.getBoolean(1) ? List.of(dataset.table(), schema + partition) : List.of();
            }
        }
    }

    @Override
    public void publish(Connection connection) throws SQLException {
        execute(connection, LOCK_TIMEOUT);
        execute(connection, DROP.formatted(schema + partition));
        execute(connection, RENAME.formatted(schema + fresh, partition));
        execute(connection, RENAME_INDEX.formatted(schema + fresh + "_key", partition + "_key"));
        execute(connection, ATTACH.formatted(dataset.table(), schema + partition, month.first(), month.next()));
    }

    private String columns(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(COLUMNS_OF_PARENT)) {
            statement.setString(1, dataset.table());
            try (ResultSet row = statement.executeQuery()) {
                String columns = row.next() ? row.getString(1) : null;
                if (columns == null) {
                    throw new IllegalStateException("There is no table " + dataset.table() + ", which dataset "
                            + dataset.name() + " fills. Add a migration that creates it.");
                }
                return columns;
            }
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
