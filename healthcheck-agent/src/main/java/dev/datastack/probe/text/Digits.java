package dev.datastack.probe.text;

/** Whole numbers without a sign. */
public final class Digits {
    private Digits() {}

    /** Returns -1 for what is no number, or one of more digits than these. */
    public static long parse(String text, int maxDigits) {
        long number = text.isEmpty() || text.length() > maxDigits ? -1 : 0;
        for (int i = 0; i < text.length() && number >= 0; i++) {
            number = isDigit(text.charAt(i)) ? number * 10 + (text.charAt(i) - '0') : -1;
        }
        return number;
    }

    public static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }

    /** The value of a hexadecimal digit, or -1. */
    public static int hex(int c) {
        int lower = c | 0x20;
        return isDigit(c) ? c - '0' : lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
    }
}
