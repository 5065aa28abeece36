package dev.datastack.etl.dataset;

import java.time.DateTimeException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A moment, written as 2013-01-01T10:00:00Z; kept as seconds since 1970. */
public record UtcTime() implements Type {

    private static final String SHAPE = "0000-00-00T00:00:00Z";

    @Override
    public @Nullable String read(Cells cells, int field, Row row) {
        if (!hasShape(cells, field)) {
            return badTime(cells, field);
        }
        int hour = number(cells, field, 11, 13);
        int minute = number(cells, field, 14, 16);
        int second = number(cells, field, 17, 19);
        if (hour > 23 || minute > 59 || second > 59) {
            return badTime(cells, field);
        }
        try {
            LocalDate day =
                    LocalDate.of(number(cells, field, 0, 4), number(cells, field, 5, 7), number(cells, field, 8, 10));
            row.set(field, day.toEpochDay() * 86_400 + hour * 3_600L + minute * 60L + second);
            return null;
        } catch (DateTimeException e) {
            return badTime(cells, field);
        }
    }

    private static boolean hasShape(Cells cells, int field) {
        if (cells.length(field) != SHAPE.length()) {
            return false;
        }
        for (int i = 0; i < SHAPE.length(); i++) {
            byte found = cells.at(field, i);
            boolean digit = found >= '0' && found <= '9';
            if (SHAPE.charAt(i) == '0' ? !digit : found != SHAPE.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private static int number(Cells cells, int field, int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            number = number * 10 + cells.at(field, i) - '0';
        }
        return number;
    }

    private static String badTime(Cells cells, int field) {
        return Reason.BAD_TIME + Reason.quoted(cells.text(field)) + " is not written as 2013-01-01T10:00:00Z";
    }
}
