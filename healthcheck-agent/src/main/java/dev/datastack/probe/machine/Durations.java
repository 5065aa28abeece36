package dev.datastack.probe.machine;

import dev.datastack.probe.text.Digits;
import dev.datastack.probe.text.Sentence;

/** Durations as people write them: {@code 500ms}, {@code 30s}, {@code 5m}, {@code 1h}. */
public final class Durations {
    private static final long SECOND = 1000;
    private static final long MINUTE = 60 * SECOND;
    private static final long HOUR = 60 * MINUTE;
    private static final int MAX_DIGITS = 9;

    private Durations() {}

    /** Returns milliseconds, or -1 for what is no duration. */
    public static long parse(String text) {
        int end = 0;
        while (end < text.length() && Digits.isDigit(text.charAt(end))) {
            end++;
        }
        long number = Digits.parse(text.substring(0, end), MAX_DIGITS);
        long unit = unit(text.substring(end));
        return number < 0 || unit < 0 ? -1 : number * unit;
    }

    private static long unit(String name) {
        return switch (name) {
            case "ms" -> 1;
            case "", "s" -> SECOND;
            case "m" -> MINUTE;
            case "h" -> HOUR;
            default -> -1;
        };
    }

    /** The shortest text that is still exact enough for a reader: {@code 950 ms}, {@code 94 s}, {@code 12 min}. */
    public static String text(long millis) {
        if (millis < SECOND) {
            return Sentence.of("{} ms", Long.toString(millis));
        }
        if (millis < 10 * SECOND && millis % SECOND >= 100) {
            return Sentence.of("{}.{} s", Long.toString(millis / SECOND), Long.toString(millis % SECOND / 100));
        }
        if (millis < 3 * MINUTE) {
            return Sentence.of("{} s", Long.toString(millis / SECOND));
        }
        return millis < 3 * HOUR
                ? Sentence.of("{} min", Long.toString(millis / MINUTE))
                : Sentence.of("{} h", Long.toString(millis / HOUR));
    }
}
