import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.Types;
import java.time.OffsetDateTime;
import java.util.Set;

/** Loads a CSV file into the bare table by batches of INSERT: JdbcBatch FILE JDBC_URL. Prints the seconds it took. */
class JdbcBatch {
    static final int ROWS_A_BATCH = 1000;
    static final int COLUMNS = 19;
    static final Set<String> TEXTS = Set.of("carrier", "tailnum", "origin", "dest");

    public static void main(String[] args) throws Exception {
        try (Connection connection = DriverManager.getConnection(args[1])) {
            connection.setAutoCommit(false);
            // Warm, as the service is; this part is rolled back.
            load(Path.of(args[0]), connection, 30 * ROWS_A_BATCH);
            connection.rollback();
            long begun = System.nanoTime();
            load(Path.of(args[0]), connection, Integer.MAX_VALUE);
            connection.commit();
            System.out.printf("%.3f%n", (System.nanoTime() - begun) / 1e9);
        }
    }

    static void load(Path file, Connection connection, int most) throws Exception {
        String sql = "INSERT INTO bare VALUES (?" + ", ?".repeat(COLUMNS - 1) + ")";
        try (var records = CsvReader.builder().ofNamedCsvRecord(file);
                PreparedStatement insert = connection.prepareStatement(sql)) {
            int rows = 0;
            for (NamedCsvRecord line : records) {
                for (int i = 0; i < COLUMNS; i++) {
                    set(insert, i + 1, line.getHeader().get(i), line.getField(i));
                }
                insert.addBatch();
                if (++rows % ROWS_A_BATCH == 0) {
                    insert.executeBatch();
                }
                if (rows == most) {
                    return;
                }
            }
            insert.executeBatch();
        }
    }

    static void set(PreparedStatement insert, int parameter, String column, String field) throws Exception {
        if (column.equals("time_hour")) {
            insert.setObject(parameter, OffsetDateTime.parse(field));
        } else if (TEXTS.contains(column)) {
            insert.setString(parameter, field.equals("NA") ? null : field);
        } else if (field.equals("NA")) {
            insert.setNull(parameter, Types.SMALLINT);
        } else {
            insert.setShort(parameter, Short.parseShort(field));
        }
    }
}
