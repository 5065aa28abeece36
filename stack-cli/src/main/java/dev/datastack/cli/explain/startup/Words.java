package dev.datastack.cli.explain.startup;

import dev.datastack.cli.startup.StartRecord;
import dev.datastack.cli.startup.Unknown;
import dev.datastack.cli.terminal.Printable;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Times and names as all the views write them. */
final class Words {
    private static final DateTimeFormatter WHEN =
            DateTimeFormatter.ofPattern("d MMM yyyy HH:mm:ss", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    private static final DateTimeFormatter SHORTLY =
            DateTimeFormatter.ofPattern("d MMM HH:mm:ss", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    private Words() {}

    static String seconds(Duration time) {
        return String.format(Locale.ROOT, "%.1f s", seconds(time, 1));
    }

    /** Rounded to so many digits. */
    static double seconds(Duration time, int digits) {
        double scale = Math.pow(10, digits);
        return Math.round(time.toMillis() / 1000.0 * scale) / scale;
    }

    /** For the head of a narrow column. */
    static String shortly(Instant instant) {
        return SHORTLY.format(instant);
    }

    static String when(Instant instant) {
        return WHEN.format(instant) + " UTC";
    }

    static Duration total(StartRecord start) {
        return Duration.between(start.began(), start.ended());
    }

    static String outcome(StartRecord start) {
        return switch (start.outcome()) {
            case READY -> "ready";
            case FAILED -> "failed";
            case INTERRUPTED -> "not watched to its end";
            case OBSERVED -> "read from the engine";
        };
    }

    static String heading(StartRecord start) {
        var total = seconds(total(start));
        return "Start of " + when(start.began()) + ": "
                + switch (start.outcome()) {
                    case READY -> "ready after " + total;
                    case FAILED -> "failed after " + total;
                    case INTERRUPTED -> "watched for " + total + ", then interrupted";
                    case OBSERVED -> total + " from the first container to the last, as the engine remembers it";
                };
    }

    static List<String> unknowns(StartRecord start) {
        return start.unknowns().stream()
                .collect(Collectors.groupingBy(Unknown::reason, TreeMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .map(entry -> text(
                        entry.getKey(),
                        entry.getValue().stream()
                                .map(unknown -> Printable.of(unknown.service()))
                                .collect(Collectors.joining(", "))))
                .toList();
    }

    private static String text(Unknown.Reason reason, String services) {
        return switch (reason) {
            case PREPARATION -> "how long base images, jars and images took: only './stack up' measures that";
            case FIRST_HEALTHY -> "when first healthy: " + services + " (the engine keeps the last five health checks)";
            case RAN_AGAIN -> "how long it ran in this start: " + services + " (a later 'up' ran it again)";
            case STARTED_AGAIN -> "when first started: " + services + " (started again later)";
            case WAITING -> "how long containers waited: they existed long before this start";
            case YEAR -> "when the year was loaded: the database does not answer";
        };
    }
}
