package dev.datastack.etl.dataset;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/** Reads the fields of one line after another into the same row, by the dataset's types and rules. */
public final class RowReader {

    private static final byte[] MISSING = {'N', 'A'};

    private final Dataset dataset;
    private final Period period;
    private final Row row;

    public RowReader(Dataset dataset, Period period) {
        this.dataset = dataset;
        this.period = period;
        this.row = new Row(dataset.columns().size());
    }

    public Row row() {
        return row;
    }

    /** The first thing that is wrong, or null: then the row is complete. */
    public @Nullable Problem read(Cells cells) {
        row.begin(cells);
        if (cells.count() != dataset.inFile()) {
            return new Problem(
                    null, Reason.COLUMNS + cells.count() + " fields where the header has " + dataset.inFile());
        }
        for (int i = 0; i < dataset.inFile(); i++) {
            Column column = dataset.columns().get(i);
            String reason = readField(cells, column);
            if (reason != null) {
                return new Problem(column.name(), reason);
            }
        }
        return brokenRule();
    }

    /** Writes what makes this row the only one of its kind; two rows are the same exactly when these are equal. */
    public void key(ByteBuffer key) {
        for (Column column : dataset.key()) {
            row.appendTo(key, column);
        }
    }

    private @Nullable String readField(Cells cells, Column column) {
        int field = column.position();
        if (cells.is(field, MISSING)) {
            return column.required() ? Reason.MISSING + "every row must have it" : null;
        }
        if (cells.length(field) == 0) {
            return Reason.MISSING + "empty, where the file writes NA for what is not known";
        }
        return column.type().read(cells, field, row);
    }

    private @Nullable Problem brokenRule() {
        for (Rule rule : dataset.rules()) {
            Problem problem = rule.check(row, period);
            if (problem != null) {
                return problem;
            }
        }
        return null;
    }
}
