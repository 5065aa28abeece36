package dev.datastack.etl.load;

import org.jspecify.annotations.Nullable;

/** A row that was not loaded, as it stands in the file, and why. */
record Reject(long line, String raw, @Nullable String column, String reason) {

    private static final int OBJECTS = 160;

    /** What it takes in memory, at most. */
    long bytes() {
        return OBJECTS + 2L * (raw.length() + reason.length());
    }
}
