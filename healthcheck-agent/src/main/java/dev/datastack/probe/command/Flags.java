package dev.datastack.probe.command;

import dev.datastack.probe.machine.Durations;
import dev.datastack.probe.text.Sentence;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The flags that were given. */
final class Flags {
    private record Given(Flag flag, String value) {}

    private final List<Given> given = new ArrayList<>();

    void add(Flag flag, String value) {
        given.add(new Given(flag, value));
    }

    List<Flag> names() {
        List<Flag> flags = new ArrayList<>();
        for (Given one : given) {
            flags.add(one.flag);
        }
        return flags;
    }

    /** All values of a repeatable flag. */
    List<String> all(Flag flag) {
        List<String> values = new ArrayList<>();
        for (Given one : given) {
            if (one.flag.name().equals(flag.name())) {
                values.add(one.value);
            }
        }
        return values;
    }

    /** The last value given, or null. */
    @Nullable
    String last(Flag flag) {
        List<String> values = all(flag);
        return values.isEmpty() ? null : values.get(values.size() - 1);
    }

    String last(Flag flag, String otherwise) {
        String value = last(flag);
        return value == null ? otherwise : value;
    }

    boolean isOn(Flag flag) {
        String value = last(flag, "false");
        return !value.equals("false") && !value.equals("0");
    }

    long millis(Flag flag, long otherwise, long max) throws UsageException {
        String text = last(flag);
        long millis = text == null ? otherwise : Durations.parse(text);
        if (millis <= 0 || millis > max) {
            throw UsageException.badValue(
                    flag,
                    String.valueOf(text),
                    Sentence.of("give a time as 500ms, 30s or 5m, at most {}", Durations.text(max)));
        }
        return millis;
    }
}
