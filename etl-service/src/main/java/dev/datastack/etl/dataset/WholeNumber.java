package dev.datastack.etl.dataset;

import org.jspecify.annotations.Nullable;

/** A whole number between two bounds, kept in so many bytes (2: smallint, 4: integer). */
public record WholeNumber(int least, int most, int bytes) implements Type {

    private static final int LONGEST = 10;

    public WholeNumber {
        int widest = bytes == 2 ? Short.MAX_VALUE : Integer.MAX_VALUE;
        if (least < -widest || most > widest) {
            throw new IllegalArgumentException(least + ".." + most + " does not fit into " + bytes + " bytes");
        }
    }

    @Override
    public @Nullable String read(String field, Row row, int column) {
        if (!isWhole(field)) {
            return Reason.notANumber(field);
        }
        long value = Long.parseLong(field);
        if (value < least || value > most) {
            return Reason.outOfRange(field, least, most);
        }
        row.set(column, value);
        return null;
    }

    static boolean isWhole(String field) {
        int first = field.startsWith("-") ? 1 : 0;
        if (field.length() == first || field.length() > LONGEST) {
            return false;
        }
        for (int i = first; i < field.length(); i++) {
            if (field.charAt(i) < '0' || field.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }
}
