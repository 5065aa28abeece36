package dev.datastack.probe.text;

import java.util.Arrays;

/** Text as UTF-8 (RFC 3629), whatever the locale. */
public final class Utf8 {
    private static final int MAX_BYTES_PER_CHAR = 3;

    private Utf8() {}

    public static byte[] bytes(String text) {
        byte[] bytes = new byte[MAX_BYTES_PER_CHAR * text.length()];
        int length = 0;
        for (int i = 0; i < text.length(); i++) {
            int point = text.charAt(i);
            boolean pair = point >= 0xd800 && point < 0xdc00 && i + 1 < text.length();
            if (pair) {
                point = 0x10000 + ((point - 0xd800) << 10) + (text.charAt(++i) - 0xdc00);
            }
            length = put(point, bytes, length);
        }
        return Arrays.copyOf(bytes, length);
    }

    private static int put(int point, byte[] bytes, int at) {
        int more = point < 0x80 ? 0 : point < 0x800 ? 1 : point < 0x10000 ? 2 : 3;
        int head = more == 0 ? 0 : 0xff00 >> (more + 1) & 0xff;
        bytes[at] = (byte) (head | (point >> (6 * more)));
        for (int i = 1; i <= more; i++) {
            bytes[at + i] = (byte) (0x80 | ((point >> (6 * (more - i))) & 0x3f));
        }
        return at + 1 + more;
    }

    /** Stray bytes become question marks. */
    public static String text(byte[] bytes, int from, int to) {
        StringBuilder text = new StringBuilder();
        int at = from;
        while (at < to) {
            at += next(bytes, at, to, text);
        }
        return text.toString();
    }

    /** Appends the character that starts here and returns how many bytes it takes. */
    public static int next(byte[] bytes, int at, int to, StringBuilder text) {
        int size = size(bytes, at, to);
        append(text, size == 0 ? '?' : point(bytes, at, size));
        return Math.max(size, 1);
    }

    private static void append(StringBuilder text, int point) {
        if (point >= 0x10000) {
            text.append((char) (0xd800 + ((point - 0x10000) >> 10))).append((char) (0xdc00 + (point & 0x3ff)));
        } else {
            text.append((char) point);
        }
    }

    private static int point(byte[] bytes, int at, int size) {
        int point = size == 1 ? bytes[at] : bytes[at] & (0x7f >> size);
        for (int i = 1; i < size; i++) {
            point = point << 6 | (bytes[at + i] & 0x3f);
        }
        return point;
    }

    public static boolean isValid(byte[] bytes, int length) {
        int at = 0;
        int size = 1;
        while (at < length && size > 0) {
            size = size(bytes, at, length);
            at += size;
        }
        return size > 0;
    }

    /** How many bytes the character has, or 0 for a stray, missing or overlong byte or half a surrogate pair. */
    private static int size(byte[] bytes, int at, int end) {
        int first = bytes[at] & 0xff;
        int size = first < 0x80 ? 1 : first < 0xc2 ? 0 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : first < 0xf5 ? 4 : 0;
        if (at + size > end) {
            return 0;
        }
        for (int i = 1; i < size; i++) {
            if ((bytes[at + i] & 0xc0) != 0x80) {
                return 0;
            }
        }
        return size < 3 || isAllowed(first, bytes[at + 1] & 0xff) ? size : 0;
    }

    private static boolean isAllowed(int first, int second) {
        return switch (first) {
            case 0xe0 -> second >= 0xa0;
            case 0xed -> second < 0xa0;
            case 0xf0 -> second >= 0x90;
            case 0xf4 -> second < 0x90;
            default -> true;
        };
    }
}
