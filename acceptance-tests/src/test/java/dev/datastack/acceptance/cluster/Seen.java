package dev.datastack.acceptance.cluster;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What the drills of one class saw, for people to read. Nothing is asserted about a time. */
final class Seen {
    private static final System.Logger LOG = System.getLogger("drills");

    private final List<String> rows = new ArrayList<>();

    void note(String drill, Object what) {
        rows.add("| " + drill + " | " + what + " |");
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
