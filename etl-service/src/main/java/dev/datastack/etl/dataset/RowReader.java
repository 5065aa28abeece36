package dev.datastack.etl.dataset;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Reads the fields of one line after another into the same row, by the dataset's types and rules. */
public final class RowReader {

    private final Dataset dataset;
    private final Period period;
    private final Row row;
    private final Column[] inFile;
    private final Rule[] rules;
    private final byte[] missing;

    public RowReader(Dataset dataset, Period period) {
        this.dataset = dataset;
        this.period = period;
        this.row = new Row(dataset.columns().size());
        inFile = dataset.columns().subList(0, dataset.inFile()).toArray(Column[]::new);
        missing = dataset.missing().getBytes(StandardCharsets.UTF_8);
        rules = dataset.rules().toArray(Rule[]::new);
    }

    public Row row() {
        return row;
    }

    /** The first thing that is wrong, or null: then the row is complete. */
    public @Nullable Problem read(Cells cells) {
        row.begin(cells);
        if (cells.count() != inFile.length) {
            return new Problem(null, Reason.COLUMNS + cells.count() + " fields where the header has " + inFile.length);
        }
        for (Column column : inFile) {
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
        if (cells.is(field, missing)) {
            return column.required() ? Reason.MISSING + "every row must have it" : null;
        }
        if (cells.length(field) == 0) {
            return Reason.MISSING + "empty, where the file writes " + dataset.missing() + " for what is not known";
        }
        // The frequent ones by calls of their own: they are short, and the compiler puts them in place here, which it
        // cannot do behind an interface.
        Type type = column.type();
        if (type instanceof WholeNumber number) {
            return number.read(cells, field, row);
        } else if (type instanceof ClockTime time) {
            return time.read(cells, field, row);
        } else if (type instanceof Text text) {
            return text.read(cells, field, row);
        }
        return type.read(cells, field, row);
    }

    private @Nullable Problem brokenRule() {
        for (Rule rule : rules) {
            Problem problem = rule.check(row, period);
            if (problem != null) {
                return problem;
            }
        }
        return null;
    }
}
