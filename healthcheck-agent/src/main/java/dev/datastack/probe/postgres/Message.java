package dev.datastack.probe.postgres;

import dev.datastack.probe.text.Utf8;
import java.util.Arrays;

/** Builds one message to the server; its length is filled in at the end. */
final class Message {
    private static final int PROTOCOL = 3 << 16;
    private static final int NO_TYPE = 0;

    private final boolean typed;
    private byte[] bytes = new byte[128];
    private int length;

    private Message(int type) {
        typed = type != NO_TYPE;
        if (typed) {
            bytes[length++] = (byte) type;
        }
        length += 4;
    }

    static byte[] startup(String user, String database) {
        return new Message(NO_TYPE)
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

    static byte[] saslStart(String mechanism, String text) {
        int size = Utf8.bytes(text).length;
        return new Message('p').string(mechanism).int32(size).text(text).done();
    }

    static byte[] saslContinue(String text) {
        return new Message('p').text(text).done();
    }

    static byte[] query(String sql) {
        return new Message('Q').string(sql).done();
    }

    static byte[] terminate() {
        return new Message('X').done();
    }

    private Message int32(int value) {
        grow(4);
        putInt32(length, value);
        length += 4;
        return this;
    }

    private Message string(String value) {
        text(value);
        grow(1);
        bytes[length++] = 0;
        return this;
    }

    private Message text(String value) {
        byte[] text = Utf8.bytes(value);
        grow(text.length);
        System.arraycopy(text, 0, bytes, length, text.length);
        length += text.length;
        return this;
    }

    private byte[] done() {
        int start = typed ? 1 : 0;
        putInt32(start, length - start);
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
