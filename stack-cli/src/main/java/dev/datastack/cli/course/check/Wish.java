package dev.datastack.cli.course.check;

import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What a value of the engine's answer must be: the same, like a pattern, or within a bound. {@code orUnset} lets it be absent
 * or 0, too, where the engine's default is as wished. {@code says} puts the pattern in words.
 */
record Wish(
        @Nullable String is,
        @Nullable String matches,
        @Nullable Long atLeast,
        @Nullable Long atMost,
        @Nullable Boolean orUnset,
        @Nullable String says) {

    Finding of(String pointer, JsonNode document) {
        var value = document.at(pointer);
        var text = text(value);
        return new Finding(isMet(value, text), pointer + " is " + shown(value, text), words(pointer));
    }

    private boolean isMet(JsonNode value, String text) {
        return (Boolean.TRUE.equals(orUnset) && (text.isEmpty() || text.equals("0"))) || isSet(value, text);
    }

    private boolean isSet(JsonNode value, String text) {
        return (is == null || text.equals(is))
                && (matches == null || text.matches(matches))
                && (atLeast == null || value.asLong(Long.MIN_VALUE) >= atLeast)
                && (atMost == null || value.asLong(Long.MAX_VALUE) <= atMost);
    }

    private static String shown(JsonNode value, String text) {
        return value.isIntegralNumber() ? grouped(value.asLong()) : text.isEmpty() ? "empty" : text;
    }

    /** Bytes and nanoseconds are long numbers: who reads them should not have to count zeros. */
    private static String grouped(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    private static String text(JsonNode value) {
        return value.isMissingNode() || value.isNull() ? "" : value.isString() ? value.asString() : value.toString();
    }

    private String words(String pointer) {
        var words = new StringBuilder(pointer + " is ");
        words.append(is == null ? "" : is.isEmpty() ? "empty" : is);
        words.append(matches == null ? "" : Objects.requireNonNullElse(says, "like " + matches));
        words.append(atLeast == null ? "" : "at least " + grouped(atLeast));
        words.append(atLeast == null || atMost == null ? "" : ", ");
        words.append(atMost == null ? "" : "at most " + grouped(atMost));
        words.append(Boolean.TRUE.equals(orUnset) ? ", or unset" : "");
        return words.toString();
    }
}
