package dev.datastack.probe.machine;

import java.util.Arrays;

/** Buffers that every attempt of a {@code wait} uses again, because the native build never collects garbage. */
public final class Scratch {
    private static final int WINDOW = 4096;

    private final byte[] window = new byte[WINDOW];
    private final byte[] line = new byte[2 * WINDOW];
    private byte[] body = new byte[0];

    /** Bytes that have arrived and are not looked at yet. */
    public byte[] window() {
        return window;
    }

    /** One header line. */
    public byte[] line() {
        return line;
    }

    /** At least so many bytes, with what was in them before. */
    public byte[] body(int size) {
        if (body.length < size) {
            body = Arrays.copyOf(body, Math.max(size, 2 * body.length));
        }
        return body;
    }
}
