package dev.datastack.etl.dataset;

import static dev.datastack.etl.dataset.ClockTime.MINUTES_A_DAY;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The rules that declarations choose from. */
final class Rules {

    private static final int SECONDS_A_DAY = 86_400;
    private static final int SECONDS_AN_HOUR = 3_600;

    private Rules() {}

    /** Both are there or both are missing. */
    static DeclaredRule together(String one, String other) {
        return columns -> {
            int a = columns.position(one);
            int b = columns.position(other);
            return (row, period) -> {
                if (row.has(a) == row.has(b)) {
                    return null;
                }
                String missing = row.has(a) ? other : one;
                String there = row.has(a) ? one : other;
                return new Problem(missing, Reason.PAIRING + "missing, although " + there + " is there");
            };
        };
    }

    /** The one makes no sense without the other, such as an arrival without a departure. */
    static DeclaredRule needs(String one, String other) {
        return columns -> {
            int a = columns.position(one);
            int b = columns.position(other);
            return (row, period) -> row.has(a) && row.lacks(b)
                    ? new Problem(one, Reason.PAIRING + "there, although " + other + " is missing")
                    : null;
        };
    }

    /** delay = actual - planned, whatever the number of midnights between them. */
    static DeclaredRule delay(String delay, String planned, String actual) {
        return columns -> {
            int d = columns.position(delay);
            int p = columns.position(planned);
            int a = columns.position(actual);
            return (row, period) -> {
                if (row.lacks(d) || row.lacks(p) || row.lacks(a)) {
                    return null;
                }
                long found = ClockTime.minutes(row.number(a)) - ClockTime.minutes(row.number(p));
                return (found - row.number(d)) % MINUTES_A_DAY == 0
                        ? null
                        : contradiction(delay, row.number(d), planned + " and " + actual);
            };
        };
    }

    /** time = hour * 100 + minute. */
    static DeclaredRule splitTime(String time, String hour, String minute) {
        return columns -> {
            int t = columns.position(time);
            int h = columns.position(hour);
            int m = columns.position(minute);
            return (row, period) -> row.number(t) == row.number(h) * 100 + row.number(m)
                    ? null
                    : contradiction(time, row.number(t), hour + " and " + minute);
        };
    }

    /** The moment, seen on a clock of the zone, shows the day and the hour. */
    static DeclaredRule localHour(String moment, String zone, String day, String hour) {
        LocalClock clock = new LocalClock(zone);
        return columns -> {
            int at = columns.position(moment);
            int d = columns.position(day);
            int h = columns.position(hour);
            return (row, period) -> {
                long utc = row.number(at);
                long local = utc + clock.offset(utc);
                return local == row.number(d) * SECONDS_A_DAY + row.number(h) * SECONDS_AN_HOUR
                        ? null
                        : contradiction(moment, Instant.ofEpochSecond(utc), day + " and " + hour + " in " + zone);
            };
        };
    }

    private static @Nullable Problem contradiction(String column, Object value, String others) {
        return new Problem(column, Reason.CONTRADICTION + value + " does not agree with " + others);
    }
}
