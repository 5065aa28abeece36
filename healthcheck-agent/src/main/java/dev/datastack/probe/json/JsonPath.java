package dev.datastack.probe.json;

import dev.datastack.probe.text.Utf8;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A way into a JSON text: {@code dag_processor.status}, {@code items.0.name}; {@code \.} is a dot inside a name. */
public final class JsonPath {
    private static final int MAX_STEPS = 16;

    private final String text;
    private final List<byte[]> steps;

    private JsonPath(String text, List<byte[]> steps) {
        this.text = text;
        this.steps = steps;
    }

    /** Returns null when a step is empty or there are too many of them. */
    public static @Nullable JsonPath parse(String text) {
        List<byte[]> steps = new ArrayList<>();
        StringBuilder step = new StringBuilder();
        for (int i = 0; i <= text.length(); i++) {
            if (i == text.length() || text.charAt(i) == '.') {
                if (step.length() == 0 || steps.size() == MAX_STEPS) {
                    return null;
                }
                steps.add(Utf8.bytes(step.toString()));
                step.setLength(0);
            } else {
                boolean escaped = text.charAt(i) == '\\' && i + 1 < text.length();
                step.append(text.charAt(escaped ? ++i : i));
            }
        }
        return new JsonPath(text, steps);
    }

    int length() {
        return steps.size();
    }

    byte[] name(int step) {
        return steps.get(step);
    }

    /** The step as a position in an array, or -1 when it is a name. */
    int index(int step) {
        byte[] digits = steps.get(step);
        int index = digits.length > 6 ? -1 : 0;
        for (int i = 0; i < digits.length && index >= 0; i++) {
            index = digits[i] < '0' || digits[i] > '9' ? -1 : index * 10 + (digits[i] - '0');
        }
        return index;
    }

    /** What the last step belongs to, for sentences as "dag_processor unhealthy"; the whole path when it has one step. */
    public String subject() {
        int dot = text.lastIndexOf('.');
        return dot < 1 ? text : text.substring(0, dot);
    }

    @Override
    public String toString() {
        return text;
    }
}
