package dev.datastack.acceptance.slow;

import dev.datastack.acceptance.stack.Project;
import dev.datastack.acceptance.stack.Shell;

/** What Airflow's own database says of its DAG runs and of their tasks. */
record Runs(Project project) {
    /** Tasks that the scheduler would start now. */
    long scheduled() {
        return count("task_instance WHERE state = 'scheduled'");
    }

    /** Tasks that were given to a process, whatever became of them. */
    long started() {
        return count("task_instance WHERE state IS NOT NULL AND state <> 'scheduled'") + count("task_instance_history");
    }

    long unfinished() {
        return count("dag_run WHERE state IN ('queued', 'running')");
    }

    long failed() {
        return count("dag_run WHERE state = 'failed'");
    }

    /** Runs and tasks that ended in any way but success, each in a line. */
    String unsuccessful() {
        return ask("SELECT dag_id, run_id, task_id, state FROM task_instance WHERE state IS DISTINCT FROM 'success'"
                + " UNION ALL SELECT dag_id, run_id, 'the run', state FROM dag_run WHERE state <> 'success'");
    }

    private long count(String rows) {
        return Long.parseLong(ask("SELECT count(*) FROM " + rows));
    }

    private String ask(String sql) {
        var psql = Shell.words("psql --username postgres --dbname airflow --no-align --tuples-only --command", sql);
        var finished = project.exec("postgres", psql);
        if (!finished.well()) {
            throw new AssertionError(Shell.told(finished));
        }
        return finished.outText().strip();
    }
}
