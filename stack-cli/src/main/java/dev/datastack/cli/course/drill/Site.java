package dev.datastack.cli.course.drill;

import dev.datastack.cli.database.Psql;
import dev.datastack.cli.docker.Compose;
import dev.datastack.cli.docker.Container;
import dev.datastack.cli.docker.Containers;
import dev.datastack.cli.docker.Docker;
import dev.datastack.cli.docker.ServiceState;
import dev.datastack.cli.docker.UpOption;
import dev.datastack.cli.host.Time;
import dev.datastack.cli.process.CommandRunner;
import dev.datastack.cli.process.Finished;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

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

    Compose compose() {
        return compose;
    }

    Docker docker() {
        return new Docker(runner);
    }

    Containers containers() {
        return new Containers(runner);
    }

    /** A service alone, with the images that are there. */
    Finished start(String service, UpOption... how) {
        var all = Stream.concat(Stream.of(UpOption.NO_BUILD, UpOption.NO_DEPS), Stream.of(how));
        return compose.up(LIMIT, List.of(service), all.toArray(UpOption[]::new));
    }

    /** A shell line in the container of a service. */
    Finished in(String service, String line) {
        return compose.exec(service, List.of("sh", "-c", line));
    }

    /** As the superuser, in the warehouse. */
    Finished sql(String statement) {
        return compose.exec("postgres", Psql.words("warehouse", statement));
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
        return compose.state(service);
    }

    String container(String service) {
        return state(service).map(ServiceState::name).orElse(project + "-" + service + "-1");
    }

    Optional<Container> inspect(String service) {
        return docker().inspect(List.of(container(service))).stream().findFirst();
    }

    /** Asks the service's own health check now; the engine's word may be half a minute old. */
    Sign healthy(String service) {
        var expected = service + " runs, and its health check says yes";
        var state = state(service);
        if (state.isEmpty() || !state.get().isRunning()) {
            return new Sign(expected, false, state.map(ServiceState::status).orElse("it has no container"));
        }
        var test = inspect(service).map(Container::probe).orElse(List.of());
        var probe = containers().exec(state.get().name(), test.subList(Math.min(1, test.size()), test.size()));
        return new Sign(expected, probe.well(), probe.outText().isEmpty() ? probe.lastWords() : probe.outText());
    }

    /** For what a drill itself has set going; a learner is never waited for. */
    void await(BooleanSupplier done) {
        for (int tries = 0; tries < TRIES && !done.getAsBoolean(); tries++) {
            time.sleep(PAUSE);
        }
    }
}
