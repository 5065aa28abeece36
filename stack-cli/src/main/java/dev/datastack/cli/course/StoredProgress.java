package dev.datastack.cli.course;

import dev.datastack.cli.course.Progress.Mark;
import dev.datastack.cli.course.Tries.Failure;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Progress as JSON. It may come from a clone of last year or of next year, or from an editor, so nothing in it is believed.
 * The first format had no number, and no tries.
 */
public record StoredProgress(int format, @Nullable String current, Map<String, Mark> marks) {
    private static final int FORMAT = 2;
    /** Later than any date that a page can show. */
    private static final Instant END_OF_TIME = Instant.parse("9999-01-01T00:00:00Z");

    /** It is JSON, and no progress. */
    public static final class Foreign extends Exception {
        private static final long serialVersionUID = 1L;

        Foreign(String message) {
            super(message);
        }
    }

    /** A later version of this kit wrote it. */
    public static final class Newer extends Exception {
        private static final long serialVersionUID = 1L;

        Newer(int format) {
            super("it has format " + format + " of a newer version; this clone knows formats up to " + FORMAT);
        }
    }

    static StoredProgress of(Progress progress) {
        return new StoredProgress(FORMAT, progress.current(), progress.marks());
    }

    public static boolean isProgress(JsonNode json) {
        return json.path("marks").isObject();
    }

    public static Progress parse(JsonNode json) throws Newer, Foreign {
        int format = json.path("format").asInt(1);
        if (format > FORMAT) {
            throw new Newer(format);
        }
        if (!isProgress(json)) {
            throw new Foreign("it has no marks");
        }
        try {
            var marks = new HashMap<String, Mark>();
            for (var entry : json.path("marks").properties()) {
                marks.put(entry.getKey(), mark(JsonMapper.shared().treeToValue(entry.getValue(), Mark.class)));
            }
            return new Progress(json.path("current").asString(null), Map.copyOf(marks));
        } catch (JacksonException e) {
            throw new Foreign("its marks are of another kind");
        }
    }

    private static Mark mark(@Nullable Mark read) throws Foreign {
        var mark = must(read, found -> isTime(found.started()) && (found.passed() == null || isTime(found.passed())));
        return new Mark(mark.started(), mark.passed(), Math.max(0, mark.hints()), tries(mark.tries()));
    }

    private static @Nullable Tries tries(@Nullable Tries read) throws Foreign {
        if (read == null) {
            return null;
        }
        var tries = must(read, found -> isTime(found.last()) && is(found.failed()));
        var failed = new HashMap<String, Failure>();
        for (var entry : tries.failed().entrySet()) {
            var failure = must(entry.getValue(), found -> isTime(found.last()) && is(found.observed()));
            failed.put(entry.getKey(), new Failure(Math.max(1, failure.times()), failure.last(), failure.observed()));
        }
        return new Tries(Math.max(1, tries.count()), tries.last(), Map.copyOf(failed));
    }

    private static boolean isTime(@Nullable Instant time) {
        return time != null && !time.isBefore(Instant.EPOCH) && time.isBefore(END_OF_TIME);
    }

    /** JSON leaves out what its types promise. */
    private static boolean is(@Nullable Object value) {
        return value != null;
    }

    private static <T> T must(@Nullable T value, Predicate<T> whole) throws Foreign {
        if (value == null || !whole.test(value)) {
            throw new Foreign("a mark in it is not whole");
        }
        return value;
    }
}
