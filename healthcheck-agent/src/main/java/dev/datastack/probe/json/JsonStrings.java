package dev.datastack.probe.json;

import dev.datastack.probe.text.Digits;
import dev.datastack.probe.text.Utf8;

/**
 * Takes the escapes out of strings that {@link JsonReader} has already found to be well-formed. One buffer serves them
 * all, because an answer may hold a hundred thousand names and the native build gives no memory back.
 */
final class JsonStrings {
    private final byte[] bytes;
    private final StringBuilder text = new StringBuilder();

    JsonStrings(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Compares the string between these quotes. */
    boolean equal(int from, int to, String name) {
        decode(from + 1, to - 1, name.length() + 1);
        boolean same = text.length() == name.length();
        for (int i = 0; i < name.length() && same; i++) {
            same = text.charAt(i) == name.charAt(i);
        }
        return same;
    }

    JsonValue value(int from, int to) {
        boolean isContainer = bytes[from] == '{' || bytes[from] == '[';
        int quote = bytes[from] == '"' ? 1 : 0;
        decode(from + quote, to - quote, JsonValue.MAX_LENGTH + 1);
        return new JsonValue(text.toString(), isContainer);
    }

    /** Stops after so many characters. */
    private void decode(int from, int to, int limit) {
        text.setLength(0);
        int at = from;
        while (at < to && text.length() < limit) {
            at += bytes[at] == '\\' ? escape(at + 1) : Utf8.next(bytes, at, to, text);
        }
    }

    /** Returns how many bytes the escape takes, its backslash included. */
    private int escape(int at) {
        if (bytes[at] == 'u') {
            text.append((char) unicode(at + 1));
            return 6;
        }
        text.append(control(bytes[at]));
        return 2;
    }

    private int unicode(int from) {
        int value = 0;
        for (int i = from; i < from + 4; i++) {
            value = value << 4 | Digits.hex(bytes[i]);
        }
        return value;
    }

    private static char control(byte escaped) {
        return switch (escaped) {
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            default -> (char) escaped;
        };
    }
}
