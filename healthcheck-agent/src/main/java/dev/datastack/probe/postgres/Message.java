package dev.datastack.probe.postgres;

import dev.datastack.probe.text.Utf8;
import java.util.Arrays;

/** Builds the two messages that the server hears: the first, which has no type, and the last. */
final class Message {
    private static final int PROTOCOL = 3 << 16;

    private byte[] bytes = new byte[128];
    private int length;

    private Message() {}

    static byte[] startup(String user, String database) {
        return new Message()
                .int32(0)
                .int32(PROTOCOL)
                .string("user")
                .string(user)
                .string("database")
                .string(database)
                .string("application_name")
                .string("healthcheck")
                .string("")
                .done();
    }

    static byte[] terminate() {
        return new byte[] {'X', 0, 0, 0, 4};
    }

    private Message int32(int value) {
        grow(4);
        putInt32(length, value);
        length += 4;
        return this;
    }

    private Message string(String value) {
        byte[] text = Utf8.bytes(value);
        grow(text.length + 1);
        System.arraycopy(text, 0, bytes, length, text.length);
        length += text.length;
        bytes[length++] = 0;
        return this;
    }

    /** The length stands first and counts itself. */
    private byte[] done() {
        putInt32(0, length);
        return Arrays.copyOf(bytes, length);
    }

    private void putInt32(int at, int value) {
        for (int i = 0; i < 4; i++) {
            bytes[at + i] = (byte) (value >> (24 - 8 * i));
        }
    }

    private void grow(int more) {
        if (length + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(length + more, 2 * bytes.length));
        }
    }
}
