package dev.datastack.probe.text;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Base64 with padding (RFC 4648). */
public final class Base64 {
    private static final String DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

    private Base64() {}

    public static String encode(byte[] bytes) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < bytes.length; i += 3) {
            int left = bytes.length - i;
            int three = (bytes[i] & 0xff) << 16
                    | (left > 1 ? (bytes[i + 1] & 0xff) << 8 : 0)
                    | (left > 2 ? bytes[i + 2] & 0xff : 0);
            text.append(DIGITS.charAt(three >> 18)).append(DIGITS.charAt(three >> 12 & 0x3f));
            text.append(left > 1 ? DIGITS.charAt(three >> 6 & 0x3f) : '=');
            text.append(left > 2 ? DIGITS.charAt(three & 0x3f) : '=');
        }
        return text.toString();
    }

    /** Returns null for what is no Base64. */
    public static byte @Nullable [] decode(String text) {
        int digits = text.length();
        while (digits > 0 && text.length() - digits < 2 && text.charAt(digits - 1) == '=') {
            digits--;
        }
        byte[] bytes = new byte[text.length() / 4 * 3];
        int bits = 0;
        for (int i = 0; i < digits; i++) {
            int digit = DIGITS.indexOf(text.charAt(i));
            if (digit < 0 || text.length() % 4 != 0) {
                return null;
            }
            bits = bits << 6 | digit;
            if (i % 4 > 0) {
                bytes[i / 4 * 3 + i % 4 - 1] = (byte) (bits >> (6 - 2 * (i % 4)));
            }
        }
        return text.length() % 4 != 0 ? null : Arrays.copyOf(bytes, digits * 3 / 4);
    }
}
