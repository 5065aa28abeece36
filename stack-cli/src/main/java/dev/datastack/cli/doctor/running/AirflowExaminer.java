package dev.datastack.cli.doctor.running;

import dev.datastack.cli.airflow.AirflowRuns;
import dev.datastack.cli.airflow.RunReport;
import dev.datastack.cli.docker.Compose;
import dev.datastack.cli.doctor.finding.Cause;
import dev.datastack.cli.doctor.finding.Examiner;
import dev.datastack.cli.doctor.finding.Findings;
import tools.jackson.databind.JsonNode;

/** DAG files that Airflow cannot import, DAGs that are paused, runs that failed. */
public final class AirflowExaminer implements Examiner {
    private static final Question DAGS = new Question(AirflowExaminer.class, "airflow.sql");

    private final Compose compose;

    public AirflowExaminer(Compose compose) {
        this.compose = compose;
    }

    @Override
    public void examine(Findings findings) {
        DAGS.ask(compose, "airflow", findings).ifPresent(dags -> {
            dags(dags, findings);
            runs(findings);
        });
    }

    private static void dags(JsonNode dags, Findings findings) {
        for (var error : dags.path("broken")) {
            findings.add(
                    Cause.DAG_BROKEN,
                    text(error, "file") + ": " + lastLine(text(error, "error")),
                    "correct the file in docker/airflow/dags; Airflow reads it again by itself");
        }
        for (var paused : dags.path("paused")) {
            findings.add(
                    Cause.DAG_PAUSED,
                    paused.asString("") + ": its runs do not start",
                    "docker compose exec airflow-scheduler airflow dags unpause " + paused.asString(""));
        }
    }

    private void runs(Findings findings) {
        var runs = new AirflowRuns(compose).progress();
        var report = new RunReport(compose);
        runs.filter(known -> !known.failed().isEmpty())
                .ifPresent(known -> findings.add(
                        Cause.RUN_FAILED,
                        String.join("\n", report.lines(known)),
                        "fix what it names, then " + report.cure(known).orElse("")));
    }

    private static String text(JsonNode node, String name) {
        return node.path(name).asString("");
    }

    private static String lastLine(String trace) {
        return trace.strip().lines().reduce((earlier, later) -> later).orElse("");
    }
}
