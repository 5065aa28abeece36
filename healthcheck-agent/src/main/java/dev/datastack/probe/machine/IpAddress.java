package dev.datastack.probe.machine;

import dev.datastack.probe.text.Digits;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** An IPv4 address of 4 bytes or an IPv6 address of 16. */
public final class IpAddress {
    private static final int GROUPS = 8;
    private final byte[] bytes;

    private IpAddress(byte[] bytes) {
        this.bytes = bytes;
    }

    public static IpAddress of(byte[] bytes, int offset, int length) {
        return new IpAddress(Arrays.copyOfRange(bytes, offset, offset + length));
    }

    /** Returns null for what is no literal address, as a host name is. */
    public static @Nullable IpAddress parse(String text) {
        byte[] bytes = text.indexOf(':') >= 0 ? parseSix(text) : parseFour(text);
        return bytes == null ? null : new IpAddress(bytes);
    }

    public byte[] bytes() {
        return Arrays.copyOf(bytes, bytes.length);
    }

    public boolean isSix() {
        return bytes.length == 16;
    }

    private static byte @Nullable [] parseFour(String text) {
        byte[] bytes = new byte[4];
        int at = 0;
        for (int i = 0; i < 4; i++) {
            int end = i < 3 ? text.indexOf('.', at) : text.length();
            int value = end < 0 ? -1 : number(text, at, end, 10, 3);
            if (value < 0 || value > 255) {
                return null;
            }
            bytes[i] = (byte) value;
            at = end + 1;
        }
        return bytes;
    }

    private static byte @Nullable [] parseSix(String text) {
        int gap = text.indexOf("::");
        if (gap < 0) {
            byte[] all = groups(text);
            return all != null && all.length == 2 * GROUPS ? all : null;
        }
        byte[] head = groups(text.substring(0, gap));
        byte[] tail = groups(text.substring(gap + 2));
        if (head == null || tail == null || head.length + tail.length > 2 * (GROUPS - 1)) {
            return null;
        }
        byte[] bytes = Arrays.copyOf(head, 2 * GROUPS);
        System.arraycopy(tail, 0, bytes, bytes.length - tail.length, tail.length);
        return bytes;
    }

    private static byte @Nullable [] groups(String text) {
        byte[] bytes = new byte[2 * GROUPS];
        int length = 0;
        int at = 0;
        while (at < text.length()) {
            int end = text.indexOf(':', at);
            end = end < 0 ? text.length() : end;
            int value = number(text, at, end, 16, 4);
            if (value < 0 || length == bytes.length || end == text.length() - 1) {
                return null;
            }
            bytes[length++] = (byte) (value >> 8);
            bytes[length++] = (byte) value;
            at = end + 1;
        }
        return Arrays.copyOf(bytes, length);
    }

    private static int number(String text, int from, int to, int radix, int maxDigits) {
        int value = to - from < 1 || to - from > maxDigits ? -1 : 0;
        for (int i = from; i < to && value >= 0; i++) {
            int digit = Digits.hex(text.charAt(i));
            value = digit < 0 || digit >= radix ? -1 : value * radix + digit;
        }
        return value;
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < bytes.length; i += isSix() ? 2 : 1) {
            if (i > 0) {
                text.append(isSix() ? ':' : '.');
            }
            text.append(isSix() ? Integer.toHexString(group(i)) : Integer.toString(bytes[i] & 0xff));
        }
        return text.toString();
    }

    private int group(int at) {
        return (bytes[at] & 0xff) << 8 | (bytes[at + 1] & 0xff);
    }
}
