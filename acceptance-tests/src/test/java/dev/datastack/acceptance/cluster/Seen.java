package dev.datastack.acceptance.cluster;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** What the drills of one class saw, for people to read. Nothing is asserted about a time. */
final class Seen {
    private static final System.Logger LOG = System.getLogger("drills");

    private final List<String> rows = new ArrayList<>();

    void note(String drill, Object... what) {
        var told = Arrays.stream(what).map(Object::toString).collect(Collectors.joining(", "));
        rows.add("| " + drill + " | " + told + " |");
    }

    /** Runs a part of a drill, and says how long it took. */
    static String seconds(Runnable part) {
        var begun = watch();
        part.run();
        return begun.toString();
    }

    /** A clock that starts now. */
    static Watch watch() {
        return new Watch(System.nanoTime());
    }

    record Watch(long start) {
        @Override
        public String toString() {
            return Math.round(Duration.ofNanos(System.nanoTime() - start).toMillis() / 100.0) / 10.0 + " s";
        }
    }

    void print() {
        LOG.log(System.Logger.Level.INFO, rows.stream().collect(Collectors.joining("\n", "\n", "\n")));
    }
}
