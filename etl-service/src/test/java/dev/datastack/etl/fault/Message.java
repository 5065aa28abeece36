package dev.datastack.etl.fault;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** One message of PostgreSQL's protocol, with its head: a type (the client's first one has none) and a length. */
final class Message {

    private static final char NONE = '\0';
    private static final int TYPE = 1;
    private static final int LENGTH = Integer.BYTES;

    private final char type;
    private final byte[] bytes;

    private Message(char type, byte[] bytes) {
        this.type = type;
        this.bytes = bytes;
    }

    static Message first(DataInputStream in) throws IOException {
        int length = in.readInt();
        ByteBuffer whole = ByteBuffer.allocate(length).putInt(length);
        in.readFully(whole.array(), LENGTH, length - LENGTH);
        return new Message(NONE, whole.array());
    }

    static Optional<Message> next(DataInputStream in) throws IOException {
        int type = in.read();
        if (type < 0) {
            return Optional.empty();
        }
        int length = in.readInt();
        ByteBuffer whole = ByteBuffer.allocate(TYPE + length).put((byte) type).putInt(length);
        try {
            in.readFully(whole.array(), TYPE + LENGTH, length - LENGTH);
        } catch (EOFException e) {
            return Optional.empty();
        }
        return Optional.of(new Message((char) type, whole.array()));
    }

    char type() {
        return type;
    }

    void writeTo(OutputStream out) throws IOException {
        out.write(bytes);
    }

    /** The string of this number in a message that begins with strings. */
    String string(int number) {
        int from = TYPE + LENGTH;
        for (int i = 0; i < number; i++) {
            from = end(from) + 1;
        }
        return new String(bytes, from, end(from) - from, StandardCharsets.UTF_8);
    }

    int firstNumber() {
        return ByteBuffer.wrap(bytes).getInt(TYPE + LENGTH);
    }

    private int end(int from) {
        int end = from;
        while (bytes[end] != 0) {
            end++;
        }
        return end;
    }
}
