package dev.datastack.etl.dataset;

import org.jspecify.annotations.Nullable;

/** Local time as hhmm: 517 is 5:17, 2400 is midnight at the end of the day. */
public record ClockTime() implements Type {

    static final int MINUTES_A_DAY = 24 * 60;

    private static final int LAST = 2400;

    @Override
    public @Nullable String read(Row row, int field) {
        long value = WholeNumber.valueOf(row, field);
        if (value == WholeNumber.NONE) {
            return Reason.notANumber(row.text(field));
        }
        if (value < 1 || value > LAST || value % 100 >= 60) {
            return Reason.BAD_TIME + row.text(field) + " is no time of day (hhmm, 1 to 2400)";
        }
        row.set(field, value);
        return null;
    }

    static long minutes(long hhmm) {
        return hhmm / 100 * 60 + hhmm % 100;
    }
}
