package dev.datastack.probe.http;

import dev.datastack.probe.text.Digits;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The status codes that are taken for healthy: {@code 200}, {@code 200-299}, {@code 200,301-399}. */
public record StatusRange(String text, List<Span> spans) {
    record Span(int from, int to) {}

    /** Returns null when the text is no list of codes. */
    public static @Nullable StatusRange parse(String text) {
        List<Span> spans = new ArrayList<>();
        int at = 0;
        while (at <= text.length()) {
            int comma = text.indexOf(',', at);
            int end = comma < 0 ? text.length() : comma;
            Span span = span(text.substring(at, end));
            if (span == null) {
                return null;
            }
            spans.add(span);
            at = end + 1;
        }
        return new StatusRange(text, spans);
    }

    private static @Nullable Span span(String text) {
        boolean range = text.length() == 7 && text.charAt(3) == '-';
        int from = code(range ? text.substring(0, 3) : text);
        int to = range ? code(text.substring(4)) : from;
        return from < 0 || to < from ? null : new Span(from, to);
    }

    private static int code(String text) {
        int code = (int) Digits.parse(text, 3);
        return code < 100 ? -1 : code;
    }

    public boolean contains(int code) {
        for (Span span : spans) {
            if (code >= span.from && code <= span.to) {
                return true;
            }
        }
        return false;
    }
}
