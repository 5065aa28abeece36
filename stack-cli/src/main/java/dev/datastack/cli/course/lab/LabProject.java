package dev.datastack.cli.course.lab;

import dev.datastack.cli.docker.Compose;
import dev.datastack.cli.docker.Container;
import dev.datastack.cli.docker.Container.Binding;
import dev.datastack.cli.docker.Docker;
import dev.datastack.cli.docker.Run;
import dev.datastack.cli.docker.UpOption;
import dev.datastack.cli.process.CommandRunner.Following;
import dev.datastack.cli.process.Finished;
import dev.datastack.cli.sandbox.Isolation.Addresses;
import dev.datastack.cli.sandbox.Reading;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** The exercise's Compose project under the lab's name, and what its containers tell. */
public final class LabProject {
    private static final Duration START = Duration.ofMinutes(10);

    private final Bench bench;
    private final LabImages images;
    private final Compose compose;
    private final Docker docker;

    private LabProject(Bench bench, LabImages images) {
        this.bench = bench;
        this.images = images;
        this.compose = bench.sandbox().compose();
        this.docker = new Docker(bench.sandbox().runner());
    }

    static LabProject start(Bench bench, LabImages images) {
        // A service that only a profile starts may be faulty, and is then left out, as it would be at the learner's.
        var whole = bench.sandbox().readWithProfiles();
        var reading =
                whole instanceof Reading.Accepted ? whole : bench.sandbox().read();
        if (reading instanceof Reading.Accepted accepted) {
            bench.sandbox().isolate(accepted.resolved(), Addresses.AS_WRITTEN);
        } else {
            throw LabException.saying(reading.complaint());
        }
        var project = new LabProject(bench, images);
        project.up(UpOption.BUILD);
        return project;
    }

    /** Starts it again; nothing is built, because nothing has changed. */
    public void up() {
        up(UpOption.NO_BUILD);
    }

    private void up(UpOption building) {
        var up = compose.up(START, List.of(), building, UpOption.QUIET_PULL);
        if (!up.well()) {
            throw LabException.failed("docker compose up", up);
        }
    }

    /** Removes the containers and networks, and leaves named volumes, as {@code docker compose down} does. */
    public void down() {
        var orphans = docker.inspectAll(compose.states()).stream()
                .flatMap(container -> container.namelessVolumes().stream())
                .toList();
        compose.downSoon().orThrow();
        // Nothing finds them again: a learner's own down would leave them to 'docker volume prune'.
        docker.removeVolumes(orphans);
    }

    /** {@code docker compose watch}, until the result is closed. */
    Following watch(Consumer<String> lines) {
        return compose.watch(lines);
    }

    /** Removes the named volumes as well: the data is gone. */
    public void downWithVolumes() {
        compose.down(true, line -> {}).orThrow();
    }

    /** Runs a service once, as {@code docker compose run} does. */
    public Finished run(String service) {
        return compose.run(START, service);
    }

    /** Starts a service's container again as it is, after it has ended. */
    public void startAgain(String service) {
        compose.start(service).orThrow();
    }

    /** Runs a command in a service's container. */
    public Finished exec(String service, List<String> command) {
        return compose.exec(START, service, command);
    }

    /** What the engine knows of the service's container, empty where there is none. */
    public Optional<Container> container(String service) {
        return compose.state(service)
                .flatMap(state -> docker.inspectAll(List.of(state)).stream().findFirst());
    }

    /** What the engine knows of the service's container. */
    public Container containerOf(String service) {
        return container(service).orElseThrow(() -> absent(service));
    }

    private static LabException absent(String service) {
        return LabException.saying("the service " + service + " has no container");
    }

    /** All that the engine knows of it, for a check that asks for any of it. */
    public JsonNode document(String service) {
        return compose.state(service)
                .map(state -> bench.containers().document(state.id()))
                .orElseThrow(() -> absent(service));
    }

    /** Runs a script of bash beside the service, in its network: what it sees the service sees, whatever its image has. */
    public Finished beside(String service, String script, String... arguments) {
        var words = Stream.concat(Stream.of("timeout", "5", "bash", "-c", script), Stream.of(arguments));
        var run = Run.of(images.base("debian:trixie-slim").tag(), words.toList())
                .inNetworkOf(containerOf(service).id());
        return bench.containers().run(run);
    }

    /** Where the host reaches a port of the service, such as 127.0.0.1:32768; empty where it is not published. */
    public List<String> published(String service, int port) {
        return container(service).stream()
                .flatMap(container ->
                        container.networkSettings().ports().getOrDefault(port + "/tcp", List.of()).stream())
                .map((Binding binding) -> binding.hostIp() + ":" + binding.hostPort())
                .toList();
    }

    /** The last lines that the service wrote. */
    public List<String> lastLines(String service) {
        return compose.lastLines(service, 5);
    }
}
