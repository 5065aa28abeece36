package dev.datastack.etl.load;

import dev.datastack.etl.copy.BinaryCopy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** The quarantine table etl.reject. */
final class Rejects {

    private static final List<String> COLUMNS = List.of("load_id", "line", "raw", "column_name", "reason");

    private Rejects() {}

    static void write(Connection connection, long loadId, List<Reject> rejects) throws SQLException {
        if (rejects.isEmpty()) {
            return;
        }
        try (BinaryCopy copy = BinaryCopy.into(connection, "etl.reject", COLUMNS)) {
            for (Reject reject : rejects) {
                copy.row();
                copy.bigint(loadId);
                copy.bigint(reject.line());
                copy.text(reject.raw());
                copy.text(reject.column());
                copy.text(reject.reason());
            }
            copy.finish();
        }
    }
}
