package dev.datastack.probe.json;

import dev.datastack.probe.text.Digits;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A way into a JSON text: {@code dag_processor.status}, {@code items.0.name}; {@code \.} is a dot inside a name. */
public final class JsonPath {
    private static final int MAX_STEPS = 16;
    private static final int MAX_INDEX_DIGITS = 6;

    private final String text;
    private final List<String> steps;

    private JsonPath(String text, List<String> steps) {
        this.text = text;
        this.steps = steps;
    }

    /** Returns null when a step is empty or there are too many of them. */
    public static @Nullable JsonPath parse(String text) {
        List<String> steps = new ArrayList<>();
        StringBuilder step = new StringBuilder();
        for (int i = 0; i <= text.length(); i++) {
            if (i == text.length() || text.charAt(i) == '.') {
                if (step.length() == 0 || steps.size() == MAX_STEPS) {
                    return null;
                }
                steps.add(step.toString());
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

    String name(int step) {
        return steps.get(step);
    }

    /** The step as a position in an array, or -1 when it is a name. */
    int index(int step) {
        return (int) Digits.parse(steps.get(step), MAX_INDEX_DIGITS);
    }

    @Override
    public String toString() {
        return text;
    }
}
