package dev.datastack.cli.course.report;

import dev.datastack.cli.terminal.Printable;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Texts of others, numbers and times as the report shows them. */
final class Words {
    /** Of a name. */
    static final int NAME = 60;
    /** Of what a check has seen, as progress files keep it. */
    static final int OBSERVED = 301;
    /** Of what a rule has to say, or a path. */
    static final int MESSAGE = 600;

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

    private Words() {}

    /** Nothing in it is hidden, and it is no longer than somebody reads. Counted in characters, so that none is cut. */
    static String of(String text, int longest) {
        var whole = text.codePointCount(0, text.length()) <= longest;
        return Printable.of(whole ? text : text.substring(0, text.offsetByCodePoints(0, longest)) + "…");
    }

    static String count(int number, String one, String many) {
        return number + " " + (number == 1 ? one : many);
    }

    static String learners(int number) {
        return count(number, "learner", "learners");
    }

    static String minute(Instant time, ZoneId zone) {
        return MINUTE.format(time.atZone(zone));
    }

    static String day(Instant time, ZoneId zone) {
        return DAY.format(time.atZone(zone));
    }
}
