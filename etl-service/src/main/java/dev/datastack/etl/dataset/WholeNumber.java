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
        int length = cells.length(field);
        int first = length > 0 && cells.at(field, 0) == '-' ? 1 : 0;
        if (length == first || length > LONGEST) {
            return NONE;
        }
        long value = 0;
        for (int i = first; i < length; i++) {
            byte digit = cells.at(field, i);
            if (digit < '0' || digit > '9') {
                return NONE;
            }
            value = value * 10 + (digit - '0');
        }
        return first == 0 ? value : -value;
    }
}
