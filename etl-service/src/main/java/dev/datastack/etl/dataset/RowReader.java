package dev.datastack.etl.dataset;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the fields of one line after another into the same row, by the dataset's types and rules. */
public final class RowReader {

    private static final String MISSING = "NA";

    private final Dataset dataset;
    private final Period period;
    private final Row row;
    private final StringBuilder key = new StringBuilder();

    public RowReader(Dataset dataset, Period period) {
        this.dataset = dataset;
        this.period = period;
        this.row = new Row(dataset.columns().size());
    }

    public Row row() {
        return row;
    }

    /** The first thing that is wrong, or null: then the row is complete. */
    public @Nullable Problem read(List<String> fields) {
        row.clear();
        if (fields.size() != dataset.inFile()) {
            return new Problem(
                    null, Reason.COLUMNS + fields.size() + " fields where the header has " + dataset.inFile());
        }
        for (int i = 0; i < dataset.inFile(); i++) {
            Column column = dataset.columns().get(i);
            String reason = readField(fields.get(i), column);
            if (reason != null) {
                return new Problem(column.name(), reason);
            }
        }
        return brokenRule();
    }

    /** What makes this row the only one of its kind; two rows are the same exactly when these are equal. */
    public String key() {
        key.setLength(0);
        for (Column column : dataset.key()) {
            row.appendTo(key, column);
        }
        return key.toString();
    }

    private @Nullable String readField(String field, Column column) {
        if (field.equals(MISSING)) {
            return column.required() ? Reason.MISSING + "every row must have it" : null;
        }
        if (field.isEmpty()) {
            return Reason.MISSING + "empty, where the file writes NA for what is not known";
        }
        return column.type().read(field, row, column.position());
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
