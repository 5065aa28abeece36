package dev.datastack.cli.airflow;

import dev.datastack.cli.airflow.Run.Task;
import java.util.List;

/** How Airflow's runs stand; {@code tasks} are those of the runs that have not succeeded. */
public record RunProgress(int active, int succeeded, List<Run> failed, List<Task> tasks) {
    public static final RunProgress NOTHING = new RunProgress(0, 0, List.of(), List.of());

    /** A task that Airflow will try again by itself is on its way, however long nothing is seen of it. */
    public List<Task> retried() {
        return tasks.stream()
                .filter(task -> task.state() == TaskState.UP_FOR_RETRY)
                .toList();
    }

    /** What made the runs fail; the tasks behind them never ran. */
    public List<Task> failedTasks() {
        return tasks.stream()
                .filter(task -> task.state() == TaskState.FAILED && failed.contains(task.run()))
                .toList();
    }
}
