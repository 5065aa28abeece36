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
        byte[] text = cells.bytes();
        int from = cells.start(field);
        int hour = two(text, from + 11);
        int minute = two(text, from + 14);
        int second = two(text, from + 17);
        if (hour > 23 || minute > 59 || second > 59) {
            return badTime(cells, field);
        }
        try {
            int year = two(text, from) * 100 + two(text, from + 2);
            LocalDate day = LocalDate.of(year, two(text, from + 5), two(text, from + 8));
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
        byte[] text = cells.bytes();
        int from = cells.start(field);
        for (int i = 0; i < SHAPE.length(); i++) {
            byte found = text[from + i];
            boolean digit = found >= '0' && found <= '9';
            if (SHAPE.charAt(i) == '0' ? !digit : found != SHAPE.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private static int two(byte[] digits, int at) {
        return (digits[at] - '0') * 10 + digits[at + 1] - '0';
    }

    private static String badTime(Cells cells, int field) {
        return Reason.BAD_TIME + Reason.quoted(cells.text(field)) + " is not written as 2013-01-01T10:00:00Z";
    }
}
