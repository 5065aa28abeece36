package dev.datastack.probe.json;

import dev.datastack.probe.text.Sentence;

/** A value as text: a string without its quotes and escapes, all else as it was written. Long ones are cut. */
public record JsonValue(String text, boolean isContainer) {
    /** A text of more characters was cut. */
    static final int MAX_LENGTH = 1024;

    private static final int MAX_SHOWN = 60;

    public boolean is(String expected) {
        return !isContainer && text.length() <= MAX_LENGTH && text.equals(expected);
    }

    /** For messages. */
    public String shown() {
        if (isContainer) {
            return text.startsWith("{") ? "an object" : "an array";
        }
        return text.length() > MAX_SHOWN ? Sentence.of("{}...", text.substring(0, MAX_SHOWN)) : text;
    }
}
