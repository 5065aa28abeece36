package dev.datastack.etl.command;

import java.util.Optional;

/** Where one load stands.
 *
 * @param rows read so far; while it runs, those that COPY has taken
 */
record LoadState(
        long id,
        WantedLoad load,
        String status,
        long rows,
        long rejected,
        double seconds,
        Optional<String> error,
        Optional<String> waitsFor) {

    boolean isRunning() {
        return status.equals("running");
    }

    boolean isDone() {
        return status.equals("done");
    }

    boolean isFailed() {
        return status.equals("failed");
    }

    boolean hasEnded() {
        return isDone() || isFailed();
    }
}
