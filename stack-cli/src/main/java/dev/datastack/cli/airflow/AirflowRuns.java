package dev.datastack.cli.airflow;

import dev.datastack.cli.airflow.Run.Task;
import dev.datastack.cli.database.Psql;
import dev.datastack.cli.docker.JsonText;
import dev.datastack.cli.docker.ServiceExec;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** Reads the runs out of Airflow's own database, which answers when its web server does not. */
public final class AirflowRuns {
    private final Psql airflow;

    public AirflowRuns(ServiceExec services) {
        this.airflow = new Psql(services, "airflow");
    }

    /** Empty until the database answers and Airflow has migrated it. */
    public Optional<RunProgress> progress() {
        var finished = airflow.query(AirflowRuns.class, "runs.sql");
        return finished.well() ? Optional.of(progress(JsonText.read(finished.outText()))) : Optional.empty();
    }

    private static RunProgress progress(JsonNode node) {
        return new RunProgress(
                node.path("active").asInt(0),
                node.path("succeeded").asInt(0),
                list(node.path("failed"), AirflowRuns::run),
                list(node.path("tasks"), AirflowRuns::task));
    }

    private static <T> List<T> list(JsonNode array, Function<JsonNode, T> reading) {
        return StreamSupport.stream(array.spliterator(), false).map(reading).toList();
    }

    private static Run run(JsonNode node) {
        return new Run(node.path("dag").asString(""), node.path("run").asString(""));
    }

    private static Task task(JsonNode node) {
        return new Task(
                run(node),
                node.path("task").asString(""),
                TaskState.of(node.path("state").asString("")),
                node.path("attempt").asInt(0),
                node.path("attempts").asInt(0),
                node.path("ended").asString(""));
    }
}
