package dev.datastack.probe.json;

import dev.datastack.probe.text.Digits;
import dev.datastack.probe.text.Utf8;
import java.util.Arrays;

/** Takes the escapes out of strings that {@link JsonReader} has already found to be well-formed. */
final class JsonStrings {
    private static final int MAX_VALUE = 1024;

    private JsonStrings() {}

    static boolean equal(byte[] bytes, int from, int to, byte[] name) {
        if (!hasEscape(bytes, from, to)) {
            return Arrays.equals(bytes, from + 1, to - 1, name, 0, name.length);
        }
        return Arrays.equals(Utf8.bytes(unescape(bytes, from, to)), name);
    }

    static JsonValue value(byte[] bytes, int from, int to) {
        boolean isString = bytes[from] == '"';
        boolean isContainer = bytes[from] == '{' || bytes[from] == '[';
        int end = Math.min(to, from + MAX_VALUE);
        String text = isString ? unescape(bytes, from, to) : Utf8.text(bytes, from, end);
        return new JsonValue(text, isString, isContainer);
    }

    private static boolean hasEscape(byte[] bytes, int from, int to) {
        for (int i = from; i < to; i++) {
            if (bytes[i] == '\\') {
                return true;
            }
        }
        return false;
    }

    private static String unescape(byte[] bytes, int from, int to) {
        String raw = Utf8.text(bytes, from + 1, to - 1);
        StringBuilder text = new StringBuilder(raw.length());
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            if (c != '\\') {
                text.append(c);
            } else if (raw.charAt(++i) == 'u') {
                text.append((char) unicode(raw, i + 1));
                i += 4;
            } else {
                text.append(control(raw.charAt(i)));
            }
        }
        return text.toString();
    }

    private static int unicode(String raw, int at) {
        int value = 0;
        for (int i = at; i < at + 4; i++) {
            value = value << 4 | Digits.hex(raw.charAt(i));
        }
        return value;
    }

    private static char control(char escaped) {
        return switch (escaped) {
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            default -> escaped;
        };
    }
}
