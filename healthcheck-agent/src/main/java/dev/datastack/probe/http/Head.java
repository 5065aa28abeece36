package dev.datastack.probe.http;

import dev.datastack.probe.machine.Unhealthy;
import dev.datastack.probe.text.Ascii;
import dev.datastack.probe.text.Digits;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The status and those headers that the probe looks at; the others leave no trace in memory. */
public final class Head {
    private static final String LENGTH = "Content-Length";
    private static final String CODING = "Transfer-Encoding";
    private static final String LOCATION = "Location";
    private static final int MAX_DIGITS = 15;
    private static final int MAX_VALUE = 1024;

    private record Field(String name, String value) {}

    private final int status;
    private final List<Field> fields = new ArrayList<>();

    Head(int status) {
        this.status = status;
    }

    public int status() {
        return status;
    }

    boolean isInterim() {
        return status < 200 && status != 101;
    }

    boolean hasBody() {
        return status >= 200 && status != 204 && status != 304;
    }

    void add(byte[] line, int length) throws Unhealthy {
        int colon = 0;
        while (colon < length && line[colon] != ':') {
            colon++;
        }
        if (colon == 0 || colon == length) {
            throw new Unhealthy("a header line of the answer has no name");
        }
        keep(line, colon, length, LENGTH);
        keep(line, colon, length, CODING);
        keep(line, colon, length, LOCATION);
    }

    private void keep(byte[] line, int colon, int length, String name) {
        if (Ascii.same(line, 0, colon, name)) {
            fields.add(new Field(name, trimmed(line, colon + 1, length)));
        }
    }

    private static String trimmed(byte[] line, int from, int to) {
        int start = from;
        int end = to;
        while (start < end && isSpace(line[start])) {
            start++;
        }
        while (end > start && isSpace(line[end - 1])) {
            end--;
        }
        return Ascii.text(line, start, Math.min(end, start + MAX_VALUE));
    }

    private static boolean isSpace(byte b) {
        return b == ' ' || b == '\t';
    }

    private @Nullable String value(String name) {
        for (Field field : fields) {
            if (Ascii.same(field.name, name)) {
                return field.value;
            }
        }
        return null;
    }

    public @Nullable String location() {
        return value(LOCATION);
    }

    boolean isChunked() throws Unhealthy {
        String coding = value(CODING);
        if (coding != null && !Ascii.same(coding, "chunked")) {
            throw new Unhealthy("the answer comes in an encoding that this probe does not read: {}", coding);
        }
        return coding != null;
    }

    /** Returns -1 when the header is absent. */
    long contentLength() throws Unhealthy {
        String first = value(LENGTH);
        for (Field field : fields) {
            if (first != null && field.name.equals(LENGTH) && !field.value.equals(first)) {
                throw new Unhealthy("the answer names two lengths");
            }
        }
        return first == null ? -1 : number(first);
    }

    private static long number(String text) throws Unhealthy {
        long number = Digits.parse(text, MAX_DIGITS);
        if (number < 0) {
            throw new Unhealthy("the length of the answer is no number: {}", text);
        }
        return number;
    }
}
