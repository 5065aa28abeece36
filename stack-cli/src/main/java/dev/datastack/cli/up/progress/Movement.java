package dev.datastack.cli.up.progress;

import dev.datastack.cli.airflow.RunProgress;
import dev.datastack.cli.ledger.LoadProgress;
import java.time.Duration;
import java.util.List;

/** When something was last seen to move: a container's state, health or restart, a load, a run, a task. */
final class Movement {
    /** What one look saw, without what repeats for ever. */
    record Picture(List<Mark> containers, LoadProgress loads, RunProgress runs) {}

    /** Of a container that restarts time after time only that it does: else it would be waited for without end. */
    record Mark(String id, Object what) {
        static Mark of(Seen seen, Phase phase) {
            var state = seen.state();
            return phase == Phase.LOOPING
                    ? new Mark(state.id(), phase)
                    : new Mark(state.id(), List.of(state.state(), state.health(), seen.restarts()));
        }
    }

    private Picture last = new Picture(List.of(), LoadProgress.NOTHING, RunProgress.NOTHING);
    private Duration at = Duration.ZERO;

    void see(Duration now, Picture picture) {
        // Airflow says when it will try again; until then nothing is to be seen.
        if (!picture.equals(last) || !picture.runs().retried().isEmpty()) {
            at = now;
        }
        last = picture;
    }

    boolean stillFor(Duration now, Duration limit) {
        return now.minus(at).compareTo(limit) >= 0;
    }
}
