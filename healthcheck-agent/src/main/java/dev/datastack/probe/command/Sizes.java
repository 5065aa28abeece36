package dev.datastack.probe.command;

import dev.datastack.probe.text.Digits;

/** Sizes as people write them: {@code 2000}, {@code 64k}, {@code 1m}. */
final class Sizes {
    private static final int MAX_DIGITS = 9;

    private Sizes() {}

    /** Returns bytes, or -1 for what is no size. */
    static long parse(String text) {
        boolean kilo = text.endsWith("k");
        boolean mega = text.endsWith("m");
        int end = text.length() - (kilo || mega ? 1 : 0);
        long number = Digits.parse(text.substring(0, end), MAX_DIGITS);
        return number * (mega ? 1 << 20 : kilo ? 1 << 10 : 1);
    }
}
