package dev.datastack.probe.http;

import dev.datastack.probe.machine.ByteSource;
import dev.datastack.probe.machine.Scratch;
import dev.datastack.probe.machine.Unhealthy;
import dev.datastack.probe.text.Digits;

/** Reads the body in each of the three forms that HTTP/1.1 has, up to a limit. */
final class BodyReader {
    private static final int MAX_SIZE_DIGITS = 7;

    private final ByteSource source;
    private final AnswerReader lines;
    private final Scratch scratch;
    private final int limit;
    private int length;

    BodyReader(ByteSource source, AnswerReader lines, Scratch scratch, int limit) {
        this.source = source;
        this.lines = lines;
        this.scratch = scratch;
        this.limit = limit;
    }

    int read(Head head) throws Unhealthy {
        if (!head.hasBody()) {
            return 0;
        }
        if (head.isChunked()) {
            readChunks();
            return length;
        }
        long announced = head.contentLength();
        if (announced > limit) {
            throw tooLong();
        }
        if (announced >= 0) {
            readExactly((int) announced);
        } else {
            readToEnd();
        }
        return length;
    }

    private void readToEnd() throws Unhealthy {
        for (int c = source.next(); c >= 0; c = source.next()) {
            append(c);
        }
    }

    private void readExactly(int count) throws Unhealthy {
        for (int i = 0; i < count; i++) {
            int c = source.next();
            if (c < 0) {
                throw new Unhealthy(
                        "closed the connection after {} of {} bytes", Integer.toString(i), Integer.toString(count));
            }
            append(c);
        }
    }

    private void readChunks() throws Unhealthy {
        for (int size = chunkSize(); size > 0; size = chunkSize()) {
            if (size > limit - length) {
                throw tooLong();
            }
            readExactly(size);
            if (lines.readLine() != 0) {
                throw new Unhealthy("a chunk of the answer is longer than it says");
            }
        }
        skipTrailers();
    }

    private void skipTrailers() throws Unhealthy {
        long start = source.taken();
        while (lines.readLine() > 0) {
            if (source.taken() - start > limit) {
                throw tooLong();
            }
        }
    }

    private int chunkSize() throws Unhealthy {
        int end = lines.readLine();
        byte[] line = scratch.line();
        int size = 0;
        int digits = 0;
        for (int hex = hex(line, 0, end); hex >= 0; hex = hex(line, digits, end)) {
            size = size << 4 | hex;
            digits++;
        }
        boolean ended = digits == end || line[digits] == ';' || line[digits] == ' ';
        if (digits == 0 || digits > MAX_SIZE_DIGITS || !ended) {
            throw new Unhealthy("a chunk of the answer has no size");
        }
        return size;
    }

    private static int hex(byte[] line, int at, int end) {
        return at < end && at <= MAX_SIZE_DIGITS ? Digits.hex(line[at]) : -1;
    }

    private void append(int c) throws Unhealthy {
        if (length == limit) {
            throw tooLong();
        }
        scratch.body(length + 1)[length++] = (byte) c;
    }

    private Unhealthy tooLong() {
        return new Unhealthy("the answer is longer than {} KB (--body-limit)", Integer.toString(limit / 1024));
    }
}
