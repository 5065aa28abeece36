package dev.datastack.cli.course.drill;

import dev.datastack.cli.docker.Compose;
import dev.datastack.cli.docker.ServiceState;
import dev.datastack.cli.host.Time;
import dev.datastack.cli.process.Call;
import dev.datastack.cli.process.CommandRunner;
import dev.datastack.cli.process.Finished;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The running stack, with the verbs that drills need. What a drill notes down is kept until its end. */
public final class Site {
    private static final Duration LIMIT = Duration.ofMinutes(5);
    private static final Duration PAUSE = Duration.ofMillis(200);
    private static final int TRIES = 100;

    private final CommandRunner runner;
    private final Compose compose;
    private final OverrideFile override;
    private final Time time;
    private final Map<String, String> notes;
    private final String project;

    Site(CommandRunner runner, Path root, Time time, Map<String, String> notes, String project) {
        this.runner = runner;
        this.compose = new Compose(runner, root);
        this.override = new OverrideFile(root);
        this.time = time;
        this.notes = notes;
        this.project = project;
    }

    String project() {
        return project;
    }

    void note(String name, String value) {
        notes.put(name, value);
    }

    String noted(String name) {
        return notes.getOrDefault(name, "");
    }

    OverrideFile override() {
        return override;
    }

    Finished compose(String... words) {
        return compose.run(LIMIT, List.of(words));
    }

    Finished docker(String... words) {
        var all = new ArrayList<>(List.of("docker"));
        all.addAll(List.of(words));
        return runner.run(Call.of(all).within(LIMIT));
    }

    /** A shell line in the container of a service. */
    Finished in(String service, String line) {
        return compose.exec(service, List.of("sh", "-c", line));
    }

    /** As the superuser, in the warehouse. */
    Finished sql(String statement) {
        return compose.exec(
                "postgres",
                List.of(
                        "psql",
                        "-U",
                        "postgres",
                        "-d",
                        "warehouse",
                        "-AtXq",
                        "-v",
                        "ON_ERROR_STOP=1",
                        "-c",
                        statement));
    }

    /** The answer, or the line that says why there is none. */
    Sign answers(String expected, Finished query) {
        var complaint = query.err().stream()
                .filter(line -> line.contains("ERROR") || line.contains("FATAL"))
                .findFirst()
                .orElseGet(query::lastWords);
        return new Sign(expected, query.well(), query.well() ? query.outText() : complaint);
    }

    Optional<ServiceState> state(String service) {
        return compose.states().stream()
                .filter(state -> state.service().equals(service))
                .findFirst();
    }

    String container(String service) {
        return state(service).map(ServiceState::container).orElse(project + "-" + service + "-1");
    }

    JsonNode inspect(String service) {
        var inspect = docker("inspect", container(service));
        return JsonMapper.shared()
                .readTree(inspect.well() ? inspect.outText() : "[{}]")
                .path(0);
    }

    /** Asks the service's own health check now; the engine's word may be half a minute old. */
    Sign healthy(String service) {
        var expected = service + " runs, and its health check says yes";
        var state = state(service);
        if (state.isEmpty() || !state.get().isRunning()) {
            return new Sign(expected, false, state.map(ServiceState::status).orElse("it has no container"));
        }
        var words = new ArrayList<>(List.of("exec", state.get().container()));
        inspect(service).path("Config").path("Healthcheck").path("Test").forEach(word -> words.add(word.asString("")));
        words.remove("CMD");
        var probe = docker(words.toArray(String[]::new));
        return new Sign(expected, probe.well(), probe.outText().isEmpty() ? probe.lastWords() : probe.outText());
    }

    /** For what a drill itself has set going; a learner is never waited for. */
    void await(BooleanSupplier done) {
        for (int tries = 0; tries < TRIES && !done.getAsBoolean(); tries++) {
            time.sleep(PAUSE);
        }
    }
}
