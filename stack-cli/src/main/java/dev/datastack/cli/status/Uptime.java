package dev.datastack.cli.status;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/** How long something has run, in its two largest units. */
final class Uptime {
    private Uptime() {}

    /** Empty where the time of the start is not known. */
    static String of(String startedAt, Instant now) {
        try {
            return startedAt.isEmpty() ? "" : text(Duration.between(instant(startedAt), now));
        } catch (NumberFormatException | DateTimeException | StringIndexOutOfBoundsException e) {
            return "";
        }
    }

    /** By hand, to the second: the formatters of java.time take a tenth of the time of a status. */
    private static Instant instant(String text) {
        if (!text.endsWith("Z")) {
            throw new DateTimeException(text);
        }
        return LocalDateTime.of(
                        number(text, 0, 4),
                        number(text, 5, 7),
                        number(text, 8, 10),
                        number(text, 11, 13),
                        number(text, 14, 16),
                        number(text, 17, 19))
                .toInstant(ZoneOffset.UTC);
    }

    private static int number(String text, int from, int to) {
        return Integer.parseInt(text, from, to, 10);
    }

    /** The engine's clock may be ahead of this one. */
    private static String text(Duration time) {
        if (time.toMinutes() < 1) {
            return Math.max(0, time.toSeconds()) + " s";
        }
        if (time.toHours() < 1) {
            return time.toMinutes() + " min";
        }
        return time.toDays() < 1
                ? time.toHours() + " h " + time.toMinutesPart() + " min"
                : time.toDays() + " d " + time.toHoursPart() + " h";
    }
}
