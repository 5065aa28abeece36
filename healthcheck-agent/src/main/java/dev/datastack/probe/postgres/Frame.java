package dev.datastack.probe.postgres;

import dev.datastack.probe.machine.ByteSource;
import dev.datastack.probe.machine.Scratch;
import dev.datastack.probe.machine.Unhealthy;
import dev.datastack.probe.text.Utf8;

/** One message of the server: its type and its bytes, which the next message overwrites. */
final class Frame {
    private static final int MAX_LENGTH = 65_536;
    private static final String KNOWN_TYPES = "RSKEZNv";

    private final char type;
    private final byte[] bytes;
    private final int length;

    private Frame(char type, byte[] bytes, int length) {
        this.type = type;
        this.bytes = bytes;
        this.length = length;
    }

    static Frame read(ByteSource source, Scratch scratch) throws Unhealthy {
        int type = source.next();
        if (type < 0) {
            throw new Unhealthy("closed the connection without an answer");
        }
        if (KNOWN_TYPES.indexOf(type) < 0) {
            throw new Unhealthy("does not speak the PostgreSQL protocol");
        }
        // One call a statement: the C back end hands several calls in one argument list to C, which orders them as it
        // likes.
        int length = 0;
        for (int i = 0; i < 4; i++) {
            length = length << 8 | next(source);
        }
        length -= 4;
        if (length < 0 || length > MAX_LENGTH) {
            throw new Unhealthy("does not speak the PostgreSQL protocol");
        }
        byte[] bytes = scratch.body(length);
        for (int i = 0; i < length; i++) {
            bytes[i] = (byte) next(source);
        }
        return new Frame((char) type, bytes, length);
    }

    private static int next(ByteSource source) throws Unhealthy {
        int next = source.next();
        if (next < 0) {
            throw new Unhealthy("closed the connection in the middle of a message");
        }
        return next;
    }

    private static int int32(int a, int b, int c, int d) {
        return (a & 0xff) << 24 | (b & 0xff) << 16 | (c & 0xff) << 8 | (d & 0xff);
    }

    char type() {
        return type;
    }

    int length() {
        return length;
    }

    int int32(int at) throws Unhealthy {
        if (at + 4 > length) {
            throw new Unhealthy("sent a message that is too short");
        }
        return int32(bytes[at], bytes[at + 1], bytes[at + 2], bytes[at + 3]);
    }

    String text(int from, int to) {
        return Utf8.text(bytes, Math.min(from, length), Math.min(to, length));
    }

    /** A field of an error message, or "" when it is absent. */
    String field(char code) {
        int at = 0;
        while (at < length && bytes[at] != 0) {
            int end = at + 1;
            while (end < length && bytes[end] != 0) {
                end++;
            }
            if (bytes[at] == code) {
                return text(at + 1, end);
            }
            at = end + 1;
        }
        return "";
    }
}
