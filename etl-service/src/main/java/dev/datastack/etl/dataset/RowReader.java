package dev.datastack.etl.dataset;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.jspecify.annotations.Nullable;

/** Reads the values in the fields of a row, by the dataset's types and rules. */
public final class RowReader {

    private final Period period;
    private final Column[] inFile;
    private final Rule[] rules;
    private final byte[] missing;

    public RowReader(Dataset dataset, Period period) {
        this.period = period;
        inFile = dataset.columns().subList(0, dataset.inFile()).toArray(Column[]::new);
        missing = dataset.missing().getBytes(UTF_8);
        rules = dataset.rules().toArray(Rule[]::new);
    }

    /** The first thing that is wrong, or null: then the row is complete. */
    public @Nullable Problem read(Row row) {
        if (row.fields() != inFile.length) {
            return new Problem(null, Reason.COLUMNS + row.fields() + " fields where the header has " + inFile.length);
        }
        for (Column column : inFile) {
            String reason = readField(row, column);
            if (reason != null) {
                return new Problem(column.name(), reason);
            }
        }
        return brokenRule(row);
    }

    private @Nullable String readField(Row row, Column column) {
        int field = column.position();
        if (row.is(field, missing)) {
            return column.required() ? Reason.MISSING + "every row must have it" : null;
        }
        if (row.length(field) == 0) {
            return Reason.MISSING + "empty, where the file writes " + new String(missing, UTF_8)
                    + " for what is not known";
        }
        // The frequent ones by calls of their own: they are short, and the compiler puts them in place here, which it
        // cannot do behind an interface.
        Type type = column.type();
        if (type instanceof WholeNumber number) {
            return number.read(row, field);
        } else if (type instanceof ClockTime time) {
            return time.read(row, field);
        } else if (type instanceof Text text) {
            return text.read(row, field);
        }
        return type.read(row, field);
    }

    private @Nullable Problem brokenRule(Row row) {
        for (Rule rule : rules) {
            Problem problem = rule.check(row, period);
            if (problem != null) {
                return problem;
            }
        }
        return null;
    }
}
