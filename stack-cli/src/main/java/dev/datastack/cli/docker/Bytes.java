package dev.datastack.cli.docker;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Numbers of bytes as docker writes them, in powers of a thousand. */
public final class Bytes {
    private static final List<String> UNITS = List.of("B", "kB", "MB", "GB", "TB");
    private static final Pattern SIZE = Pattern.compile("([0-9.]+(?:e\\+\\d+)?) ?([kKMGT]?B)");

    private Bytes() {}

    /** {@code 48.3MB} as a number; 0 where it is none. */
    static long parse(String text) {
        var matcher = SIZE.matcher(text.strip());
        if (!matcher.matches()) {
            return 0;
        }
        int power = UNITS.indexOf(matcher.group(2).replace('K', 'k'));
        return Math.round(Double.parseDouble(matcher.group(1)) * Math.pow(1000, power));
    }

    /** Memory is counted in powers of 1024. */
    public static String memory(long bytes) {
        return String.format(Locale.ROOT, "%.1f GiB", bytes / (double) (1L << 30));
    }

    /** Megabytes with one digit behind the point, so that columns compare; below that kilobytes. */
    public static String text(long bytes) {
        return bytes < 100_000 && bytes > -100_000
                ? String.format(Locale.ROOT, "%.1f kB", bytes / 1e3)
                : String.format(Locale.ROOT, "%,.1f MB", bytes / 1e6);
    }
}
