package dev.datastack.etl.dataset;

import java.time.DateTimeException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A moment, written as 2013-01-01T10:00:00Z; kept as seconds since 1970. */
public record UtcTime() implements Type {

    private static final String SHAPE = "0000-00-00T00:00:00Z";

    @Override
    public @Nullable String read(Row row, int field) {
        if (!hasShape(row, field)) {
            return badTime(row, field);
        }
        byte[] text = row.bytes();
        int from = row.start(field);
        int hour = two(text, from + 11);
        int minute = two(text, from + 14);
        int second = two(text, from + 17);
        if (hour > 23 || minute > 59 || second > 59) {
            return badTime(row, field);
        }
        try {
            int year = two(text, from) * 100 + two(text, from + 2);
            LocalDate day = LocalDate.of(year, two(text, from + 5), two(text, from + 8));
            row.set(field, day.toEpochDay() * 86_400 + hour * 3_600L + minute * 60L + second);
            return null;
        } catch (DateTimeException e) {
            return badTime(row, field);
        }
    }

    private static boolean hasShape(Row row, int field) {
        if (row.length(field) != SHAPE.length()) {
            return false;
        }
        byte[] text = row.bytes();
        int from = row.start(field);
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

    private static String badTime(Row row, int field) {
        return Reason.BAD_TIME + Reason.quoted(row.text(field)) + " is not written as 2013-01-01T10:00:00Z";
    }
}
