package dev.datastack.cli.airflow;

/** One run of a DAG. */
public record Run(String dag, String run) {
    /** A task of a run that has not succeeded, and its latest attempt; {@code ended} is the time of day in UTC, or empty. */
    public record Task(Run run, String task, TaskState state, int attempt, int attempts, String ended) {
        public String text() {
            return run.text() + ", task " + task + ", attempt " + attempt + " of " + Math.max(attempt, attempts);
        }
    }

    public String text() {
        return dag + " " + run;
    }
}
