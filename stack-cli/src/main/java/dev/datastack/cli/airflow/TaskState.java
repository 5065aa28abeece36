package dev.datastack.cli.airflow;

import java.util.Arrays;
import java.util.Locale;

/** Airflow's word for how a task of a run stands. */
public enum TaskState {
    /** Its turn has not come. */
    NONE,
    SCHEDULED,
    QUEUED,
    RUNNING,
    RESTARTING,
    SUCCESS,
    SKIPPED,
    FAILED,
    UP_FOR_RETRY,
    /** It waits for its load, and looks again by itself. */
    UP_FOR_RESCHEDULE,
    UPSTREAM_FAILED,
    /** A word of a later Airflow. */
    OTHER;

    static TaskState of(String word) {
        return word.isEmpty()
                ? NONE
                : Arrays.stream(values())
                        .filter(state -> state.name().toLowerCase(Locale.ROOT).equals(word))
                        .findFirst()
                        .orElse(OTHER);
    }
}
