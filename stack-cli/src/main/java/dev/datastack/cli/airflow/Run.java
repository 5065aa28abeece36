package dev.datastack.cli.airflow;

/** One run of a DAG. */
public record Run(String dag, String run) {
    public String text() {
        return dag + " " + run;
    }
}
