package dev.datastack.cli.course.lab;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/** Does a thing once; a failure is kept too, and thrown again to whoever asks later. */
final class Once<T> {
    private final Map<String, T> done = new HashMap<>();
    private final Map<String, LabException> failed = new HashMap<>();

    T get(String key, Supplier<T> work) {
        var before = failed.get(key);
        if (before != null) {
            throw before;
        }
        var known = done.get(key);
        if (known != null) {
            return known;
        }
        try {
            var made = work.get();
            done.put(key, made);
            return made;
        } catch (LabException e) {
            failed.put(key, e);
            throw e;
        }
    }
}
