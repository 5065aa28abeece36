package dev.datastack.acceptance.cluster;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/** What each drill took and what was seen, for the log of the build: figures for the pages, and no assertions. */
final class SwarmTable {
    private final InstantSource clock;
    private final List<String> rows = new ArrayList<>();

    SwarmTable(InstantSource clock) {
        this.clock = clock;
    }

    /** Runs a part of a drill and returns how long it took. */
    String seconds(Runnable part) {
        var begun = clock.instant();
        part.run();
        return "%.1f s".formatted(Duration.between(begun, clock.instant()).toMillis() / 1000.0);
    }

    void row(String drill, String... seen) {
        rows.add("| " + drill + " | " + String.join(", ", seen) + " |");
    }

    String text() {
        return "\n| drill | seen |\n|---|---|\n" + String.join("\n", rows);
    }
}
