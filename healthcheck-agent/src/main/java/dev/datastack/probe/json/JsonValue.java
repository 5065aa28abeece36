package dev.datastack.probe.json;

import dev.datastack.probe.text.Sentence;

/** A value as text: a string without its quotes and escapes, all else as it was written. */
public record JsonValue(String text, boolean isString, boolean isContainer) {
    private static final int MAX_SHOWN = 60;

    /** For messages. */
    public String shown() {
        if (isContainer) {
            return text.startsWith("{") ? "an object" : "an array";
        }
        return text.length() > MAX_SHOWN ? Sentence.of("{}...", text.substring(0, MAX_SHOWN)) : text;
    }
}
