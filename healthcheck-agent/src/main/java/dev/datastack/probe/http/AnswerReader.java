package dev.datastack.probe.http;

import dev.datastack.probe.machine.ByteSource;
import dev.datastack.probe.machine.Scratch;
import dev.datastack.probe.machine.Unhealthy;
import dev.datastack.probe.text.Ascii;

/** Reads the status line and the headers, all within a bound. */
final class AnswerReader {
    private static final int MAX_HEAD = 16_384;
    private static final int MAX_INTERIM = 8;
    private static final int MAX_SHOWN = 40;
    private static final int STATUS_LINE = "HTTP/1.1 200".length();

    private final ByteSource source;
    private final byte[] line;

    AnswerReader(ByteSource source, Scratch scratch) {
        this.source = source;
        this.line = scratch.line();
    }

    Head readHead() throws Unhealthy {
        for (int i = 0; i < MAX_INTERIM; i++) {
            Head head = readOneHead();
            if (!head.isInterim()) {
                return head;
            }
        }
        throw new Unhealthy("only interim answers came (1xx)");
    }

    private Head readOneHead() throws Unhealthy {
        long start = source.taken();
        Head head = new Head(status(readLine()));
        for (int length = readLine(); length > 0; length = readLine()) {
            head.add(line, length);
            if (source.taken() - start > MAX_HEAD) {
                throw new Unhealthy(
                        "the headers of the answer are longer than {} KB", Integer.toString(MAX_HEAD / 1024));
            }
        }
        return head;
    }

    private int status(int length) throws Unhealthy {
        boolean shaped = length >= STATUS_LINE
                && Ascii.same(line, 0, 7, "HTTP/1.")
                && line[8] == ' '
                && (length == STATUS_LINE || line[STATUS_LINE] == ' ');
        int status = shaped ? code() : -1;
        if (status < 100) {
            String shown = Ascii.text(line, 0, Math.min(length, MAX_SHOWN));
            throw new Unhealthy("the answer is not HTTP, it starts with \"{}\"", shown);
        }
        return status;
    }

    private int code() {
        int code = 0;
        for (int i = 9; i < STATUS_LINE && code >= 0; i++) {
            code = line[i] < '0' || line[i] > '9' ? -1 : code * 10 + (line[i] - '0');
        }
        return code;
    }

    /** Fills the line buffer up to a line feed and returns the length without the line's end. */
    int readLine() throws Unhealthy {
        int length = 0;
        for (int c = source.next(); c != '\n'; c = source.next()) {
            if (c < 0) {
                throw new Unhealthy(
                        source.taken() == 0
                                ? "closed the connection without an answer"
                                : "closed the connection in the middle of the answer's headers");
            }
            if (length == line.length) {
                throw new Unhealthy(
                        "a header line of the answer is longer than {} KB", Integer.toString(line.length / 1024));
            }
            line[length++] = (byte) c;
        }
        return length > 0 && line[length - 1] == '\r' ? length - 1 : length;
    }
}
