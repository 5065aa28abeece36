package dev.datastack.etl.dataset;

import org.jspecify.annotations.Nullable;

/** A whole number between two bounds, kept in so many bytes (2: smallint, 4: integer). */
public record WholeNumber(int least, int most, int bytes) implements Type {

    static final long NONE = Long.MIN_VALUE;

    private static final int LONGEST = 10;

    public WholeNumber {
        int widest = bytes == 2 ? Short.MAX_VALUE : Integer.MAX_VALUE;
        if (least < -widest || most > widest) {
            throw new IllegalArgumentException(least + ".." + most + " does not fit into " + bytes + " bytes");
        }
        if (least > most) {
            throw new IllegalArgumentException("No number is in " + least + " to " + most);
        }
    }

    @Override
    public @Nullable String read(Row row, int field) {
        long value = valueOf(row, field);
        if (value == NONE) {
            return Reason.notANumber(row.text(field));
        }
        if (value < least || value > most) {
            return Reason.outOfRange(row.text(field), least, most);
        }
        row.set(field, value);
        return null;
    }

    /** The digits' value, or {@link #NONE} when there is something else. */
    static long valueOf(Row row, int field) {
        byte[] bytes = row.bytes();
        int from = row.start(field);
        int end = from + row.length(field);
        boolean negative = from < end && bytes[from] == '-';
        int first = negative ? from + 1 : from;
        if (first == end || end - from > LONGEST) {
            return NONE;
        }
        long value = 0;
        for (int i = first; i < end; i++) {
            int digit = bytes[i] - '0';
            if (digit < 0 || digit > 9) {
                return NONE;
            }
            value = value * 10 + digit;
        }
        return negative ? -value : value;
    }
}
