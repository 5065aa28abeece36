package dev.datastack.etl.dataset;

import java.time.DateTimeException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A moment, written as 2013-01-01T10:00:00Z; kept as seconds since 1970. */
public record UtcTime() implements Type {

    private static final String SHAPE = "0000-00-00T00:00:00Z";

    @Override
    public @Nullable String read(String field, Row row, int column) {
        if (!hasShape(field)) {
            return badTime(field);
        }
        int hour = number(field, 11, 13);
        int minute = number(field, 14, 16);
        int second = number(field, 17, 19);
        if (hour > 23 || minute > 59 || second > 59) {
            return badTime(field);
        }
        try {
            LocalDate day = LocalDate.of(number(field, 0, 4), number(field, 5, 7), number(field, 8, 10));
            row.set(column, day.toEpochDay() * 86_400 + hour * 3_600L + minute * 60L + second);
            return null;
        } catch (DateTimeException e) {
            return badTime(field);
        }
    }

    private static boolean hasShape(String field) {
        if (field.length() != SHAPE.length()) {
            return false;
        }
        for (int i = 0; i < SHAPE.length(); i++) {
            char found = field.charAt(i);
            boolean digit = found >= '0' && found <= '9';
            if (SHAPE.charAt(i) == '0' ? !digit : found != SHAPE.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private static int number(String field, int from, int to) {
        return Integer.parseInt(field, from, to, 10);
    }

    private static String badTime(String field) {
        return Reason.BAD_TIME + Reason.quoted(field) + " is not written as 2013-01-01T10:00:00Z";
    }
}
