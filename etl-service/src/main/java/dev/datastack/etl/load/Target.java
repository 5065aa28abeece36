package dev.datastack.etl.load;

import dev.datastack.etl.copy.BinaryCopy;
import dev.datastack.etl.dataset.Column;
import dev.datastack.etl.dataset.Dataset;
import dev.datastack.etl.dataset.Period;
import dev.datastack.etl.ledger.Claim;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Where the rows of one load go: first beside the real table, then into it. All in the caller's transaction. */
sealed interface Target permits MonthTarget, ReferenceTarget {

    BinaryCopy open(Connection connection) throws SQLException;

    /** After the last row; others are not disturbed yet. */
    void prepare(Connection connection) throws SQLException;

    /** The tables that nobody may read while {@link #publish} replaces rows of this period; none when there are no rows. */
    List<String> replaced(Connection connection) throws SQLException;

    /** Replaces what the table held of this period. */
    void publish(Connection connection) throws SQLException;

    static Target of(Dataset dataset, Period period, Claim claim) {
        if (period instanceof Period.Month month) {
            return new MonthTarget(dataset, month, claim);
        }
        return new ReferenceTarget(dataset);
    }

    static List<String> names(List<Column> columns) {
        return columns.stream().map(Column::name).toList();
    }
}
