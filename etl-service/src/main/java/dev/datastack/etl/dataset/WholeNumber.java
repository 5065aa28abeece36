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
    public @Nullable String read(Cells cells, int field, Row row) {
        long value = valueOf(cells, field);
        if (value == NONE) {
            return Reason.notANumber(cells.text(field));
        }
        if (value < least || value > most) {
            return Reason.outOfRange(cells.text(field), least, most);
        }
        row.set(field, value);
        return null;
    }

    /** The digits' value, or {@link #NONE} when there is something else. */
    static long valueOf(Cells cells, int field) {
        byte[] bytes = cells.bytes();
        int from = cells.start(field);
        int end = from + cells.length(field);
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
