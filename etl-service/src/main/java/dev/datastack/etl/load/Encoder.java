package dev.datastack.etl.load;

import dev.datastack.etl.copy.BinaryCopy;
import dev.datastack.etl.dataset.ClockTime;
import dev.datastack.etl.dataset.Column;
import dev.datastack.etl.dataset.DecimalNumber;
import dev.datastack.etl.dataset.LocalDay;
import dev.datastack.etl.dataset.Row;
import dev.datastack.etl.dataset.Text;
import dev.datastack.etl.dataset.Type;
import dev.datastack.etl.dataset.UtcTime;
import dev.datastack.etl.dataset.WholeNumber;
import java.sql.SQLException;
import java.util.List;

/** Writes rows of one dataset in the binary form of their columns. */
final class Encoder {

    private final List<FieldEncoder> fields;

    Encoder(List<Column> columns) {
        fields = columns.stream().map(Encoder::fieldEncoder).toList();
    }

    void write(Row row, BinaryCopy copy) throws SQLException {
        copy.row();
        for (int i = 0; i < fields.size(); i++) {
            if (row.has(i)) {
                fields.get(i).write(row, i, copy);
            } else {
                copy.missing();
            }
        }
    }

    @FunctionalInterface
    private interface FieldEncoder {
        void write(Row row, int column, BinaryCopy copy);
    }

    private static FieldEncoder fieldEncoder(Column column) {
        Type type = column.type();
        if (type instanceof WholeNumber number && number.bytes() == Integer.BYTES) {
            return (row, i, copy) -> copy.integer(row.number(i));
        } else if (type instanceof WholeNumber || type instanceof ClockTime) {
            return (row, i, copy) -> copy.smallint(row.number(i));
        } else if (type instanceof DecimalNumber) {
            return (row, i, copy) -> copy.decimal(row.decimal(i));
        } else if (type instanceof Text) {
            return (row, i, copy) -> copy.text(row.bytes(), row.start(i), row.length(i));
        } else if (type instanceof UtcTime) {
            return (row, i, copy) -> copy.moment(row.number(i));
        } else if (type instanceof LocalDay) {
            return (row, i, copy) -> copy.day(row.number(i));
        }
        throw new IllegalStateException("No binary form is known for " + type);
    }
}
