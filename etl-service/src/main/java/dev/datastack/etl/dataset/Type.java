package dev.datastack.etl.dataset;

import org.jspecify.annotations.Nullable;

/** What a field may hold, and what it becomes. A type keeps no state: all workers share it. */
public sealed interface Type permits WholeNumber, DecimalNumber, ClockTime, Text, UtcTime, LocalDay {

    /** Reads the field, and sets the value of the column of the same number, or says why it cannot: "code: explanation". */
    @Nullable
    String read(Row row, int field);

    static Type smallint(int least, int most) {
        return new WholeNumber(least, most, 2);
    }

    static Type integer(int least, int most) {
        return new WholeNumber(least, most, 4);
    }

    static Type decimal(double least, double most) {
        return new DecimalNumber(least, most);
    }

    /** Local time as hhmm, 1 to 2400: midnight at the end of a day is 2400, and 0 does not occur. */
    static Type clock() {
        return new ClockTime();
    }

    static Type code(String regex) {
        return new Text(new CodeShape(regex), 16);
    }

    static Type text(int longest) {
        return new Text(null, longest);
    }

    static Type utcTime() {
        return new UtcTime();
    }

    static Type day() {
        return new LocalDay();
    }
}
