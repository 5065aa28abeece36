package dev.datastack.probe.text;

/** Comparisons for which letters are those of ASCII. */
public final class Ascii {
    private Ascii() {}

    public static int lower(int c) {
        return c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c;
    }

    public static boolean same(String one, String other) {
        return one.length() == other.length() && startsWith(one, other);
    }

    public static boolean startsWith(String text, String start) {
        boolean same = text.length() >= start.length();
        for (int i = 0; i < start.length() && same; i++) {
            same = lower(text.charAt(i)) == lower(start.charAt(i));
        }
        return same;
    }

    public static boolean same(byte[] bytes, int from, int to, String text) {
        boolean same = to - from == text.length();
        for (int i = 0; i < text.length() && same; i++) {
            same = lower(bytes[from + i]) == lower(text.charAt(i));
        }
        return same;
    }

    /** Bytes as the characters of the same numbers. */
    public static String text(byte[] bytes, int from, int to) {
        StringBuilder text = new StringBuilder();
        for (int i = from; i < to; i++) {
            text.append((char) (bytes[i] & 0xff));
        }
        return text.toString();
    }
}
