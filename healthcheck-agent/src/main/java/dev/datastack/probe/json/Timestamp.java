package dev.datastack.probe.json;

/** Moments as services write them: ISO 8601, UTC where no zone is given, or seconds since 1970. */
public final class Timestamp {
    private static final long INVALID = Long.MIN_VALUE;
    private static final long DAY_MILLIS = 86_400_000;
    private static final long MINUTE_MILLIS = 60_000;

    private final String text;
    private int at;

    private Timestamp(String text) {
        this.text = text;
    }

    public static boolean isValid(long millis) {
        return millis != INVALID;
    }

    /** Milliseconds since 1970, or a value that {@link #isValid} refuses. */
    public static long parse(JsonValue value) {
        if (value.isContainer()) {
            return INVALID;
        }
        Timestamp timestamp = new Timestamp(value.text());
        long millis = value.isString() ? timestamp.iso() : timestamp.seconds();
        return timestamp.at == value.text().length() ? millis : INVALID;
    }

    private long seconds() {
        long seconds = digits(1, 11);
        return seconds < 0 ? INVALID : seconds * 1000 + fraction();
    }

    private long iso() {
        long year = digits(4, 4);
        long month = after("-");
        long day = after("-");
        long hour = after("Tt ");
        long minute = after(":");
        long second = after(":");
        boolean sane = year > 0 && month >= 1 && month <= 12 && day >= 1 && day <= daysOf(year, month);
        if (!sane || hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 60) {
            return INVALID;
        }
        long millis = ((hour * 60 + minute) * 60 + second) * 1000 + fraction();
        return days(year, month, day) * DAY_MILLIS + millis - zone() * MINUTE_MILLIS;
    }

    /** Two digits after one of these characters, or -1. */
    private long after(String separators) {
        return skip(separators) == 0 ? -1 : digits(2, 2);
    }

    private char skip(String wanted) {
        char c = at < text.length() ? text.charAt(at) : 0;
        if (c == 0 || wanted.indexOf(c) < 0) {
            return 0;
        }
        at++;
        return c;
    }

    private long digits(int min, int max) {
        int start = at;
        long value = 0;
        while (at < text.length() && at - start < max && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            value = value * 10 + (text.charAt(at++) - '0');
        }
        return at - start < min ? -1 : value;
    }

    private long fraction() {
        if (skip(".,") == 0) {
            return 0;
        }
        long millis = 0;
        int digits = 0;
        for (; at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9'; at++, digits++) {
            millis = digits < 3 ? millis * 10 + (text.charAt(at) - '0') : millis;
        }
        for (; digits < 3; digits++) {
            millis *= 10;
        }
        return millis;
    }

    private long zone() {
        char sign = skip("Zz+-");
        if (sign != '+' && sign != '-') {
            return 0;
        }
        long hours = digits(2, 2);
        skip(":");
        long minutes = at == text.length() ? 0 : digits(2, 2);
        return (sign == '+' ? 1 : -1) * (hours * 60 + minutes);
    }

    private static long daysOf(long year, long month) {
        boolean leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
        return month == 2 ? (leap ? 29 : 28) : 30 + (month + month / 8) % 2;
    }

    /** Days since 1970-01-01; the year is counted from March, so that the leap day comes last. */
    private static long days(long year, long month, long day) {
        long y = month <= 2 ? year - 1 : year;
        long monthFromMarch = (month + 9) % 12;
        long dayOfYear = (153 * monthFromMarch + 2) / 5 + day - 1;
        return 365 * y + y / 4 - y / 100 + y / 400 + dayOfYear - 719_468;
    }
}
