package dev.datastack.cli.course.lab;

import dev.datastack.cli.airflow.AirflowApi;
import dev.datastack.cli.airflow.Run;
import dev.datastack.cli.credentials.Credentials;
import dev.datastack.cli.database.Psql;
import dev.datastack.cli.docker.Compose;
import dev.datastack.cli.docker.ServiceState;
import dev.datastack.cli.open.Doors;
import dev.datastack.cli.open.Doors.Door;
import dev.datastack.cli.process.Finished;
import java.io.IOException;
import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The stack of this clone, which the learner has started. It is asked, and nothing is done to it. */
public final class OwnStack {
    private static final String AIRFLOW = "Airflow";
    private static final List<String> NEEDED = List.of("postgres", "airflow-webserver");

    private final Compose compose;
    private @Nullable AirflowApi airflow;

    private OwnStack(Compose compose) {
        this.compose = compose;
    }

    static OwnStack running(Supplier<Compose> clone) {
        var compose = clone.get();
        if (!ServiceState.runningServices(compose.states()).containsAll(NEEDED)) {
            throw LabException.saying("the stack of this clone is not running: docker compose up -d --wait");
        }
        return new OwnStack(compose);
    }

    /** A query in the warehouse, as the superuser. */
    public Finished query(String sql) {
        return compose.exec("postgres", Psql.words("warehouse", sql));
    }

    /** How a run of a DAG stands, in Airflow's word; empty when Airflow knows no such run. */
    public Optional<String> state(Run run) {
        return asked(api -> api.run(run)).map(json -> json.path("state").asString(""));
    }

    /** The tasks that failed in a run although nothing ran before them. */
    public List<String> failedFirst(Run run) {
        var after = new HashSet<String>();
        for (var task : asked(api -> api.tasks(run.dag())).orElseThrow().path("tasks")) {
            task.path("downstream_task_ids").forEach(id -> after.add(id.asString("")));
        }
        var instances = asked(api -> api.taskInstances(run)).orElseThrow().path("task_instances");
        return StreamSupport.stream(instances.spliterator(), false)
                .filter(instance -> instance.path("state").asString("").equals("failed"))
                .map(instance -> instance.path("task_id").asString(""))
                .filter(id -> !after.contains(id))
                .toList();
    }

    private interface Question {
        Optional<JsonNode> ask(AirflowApi api) throws IOException;
    }

    private Optional<JsonNode> asked(Question question) {
        try {
            return question.ask(airflow());
        } catch (IOException e) {
            throw LabException.saying("Airflow's API does not answer (" + e.getMessage() + "): ./stack status");
        }
    }

    private AirflowApi airflow() throws IOException {
        if (airflow == null) {
            var admin = new Credentials(compose).of(AIRFLOW);
            airflow = AirflowApi.logIn(URI.create(address()), admin.account(), admin.password());
        }
        return airflow;
    }

    private String address() {
        return Doors.of(compose.model()).stream()
                .filter(door -> door.name().equals(AIRFLOW))
                .map(Door::url)
                .findFirst()
                .orElseThrow(() -> LabException.saying("Airflow publishes no port: docker compose ps"));
    }
}
