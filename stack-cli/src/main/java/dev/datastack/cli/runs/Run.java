package dev.datastack.cli.runs;

/** One run of a DAG. */
public record Run(String dag, String run) {
    public String text() {
        return dag + " " + run;
    }
}
