package dev.datastack.acceptance.engines;

import static org.assertj.core.api.Assertions.assertThat;

import dev.datastack.acceptance.builds.Clone;
import dev.datastack.acceptance.doctor.Doctor;
import dev.datastack.acceptance.doctor.Plants;
import dev.datastack.acceptance.stack.Container;
import dev.datastack.acceptance.stack.Project;
import dev.datastack.acceptance.stack.Shell;
import dev.datastack.acceptance.stack.StackCommand;
import dev.datastack.cli.process.Finished;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A clone with a project of its own on one engine, and what its starts replace. */
final class Kit implements AutoCloseable {
    /** One container: another id means that it was replaced, another start that it was down. */
    private record Life(String id, String started) {}

    final Clone clone;
    final Project project;

    private Kit(Clone clone, Project project) {
        this.clone = clone;
        this.project = project;
    }

    static Kit in(Path folder, Shell engine) throws IOException {
        var clone = Clone.built(folder.resolve("clone"));
        var project = Project.fresh(clone.folder(), engine);
        clone.settings(project.settings());
        return new Kit(clone, project);
    }

    /** The bare way; with names those services alone, and what they need. */
    void up(String... services) {
        well(project.up(Stream.concat(Stream.of("--wait"), Stream.of(services)).toArray(String[]::new)));
    }

    /** The wrapper's way, which also waits for the year. */
    void stackUp() {
        stack("up", "--yes", "--timeout", "900");
    }

    void stack(String... words) {
        well(StackCommand.run(project.shell().within(Duration.ofMinutes(20)), words));
    }

    /** Nothing is found, and nothing is left out. */
    void isHealthyForTheDoctor() {
        var report = new Doctor(project).examine();
        assertThat(report.causes()).as(report.all()).isEmpty();
        assertThat(report.unseen()).as(report.all()).isEmpty();
    }

    /** Causes that are read from the engine, where the stores and versions differ. */
    void plantedIsFound() throws IOException {
        var plants = new Plants(project);
        plants.newerImage("etl-service");
        plants.secrets();
        plants.compose("stop pgadmin");
        try (var taken = new ServerSocket(project.ports().pgadmin(), 1, InetAddress.getLoopbackAddress())) {
            var report = new Doctor(project).examine();
            assertThat(report.causes())
                    .as(report.all() + taken)
                    .containsExactlyInAnyOrder(
                            "image-stale",
                            "port-taken",
                            "service-ended",
                            "secret-missing",
                            "secret-empty",
                            "secret-unreadable",
                            "secret-differs",
                            "secret-not-applied");
        } finally {
            plants.secretsAgain();
            plants.olderImageAgain("etl-service");
        }
        up();
        isHealthyForTheDoctor();
    }

    /** The services whose containers are others, or were down, after the action. */
    Set<String> replacedBy(Runnable action) {
        var before = lives();
        action.run();
        var after = lives();
        assertThat(after).containsOnlyKeys(before.keySet());
        return before.keySet().stream()
                .filter(service -> !Objects.equals(before.get(service), after.get(service)))
                .collect(Collectors.toSet());
    }

    private Map<String, Life> lives() {
        return project.containers().stream().collect(Collectors.toMap(Container::service, Kit::life));
    }

    /** A one-shot runs again at each start, in the same container. */
    private static Life life(Container container) {
        var oneShot = container.at("/HostConfig/RestartPolicy/Name").asString().equals("no");
        return new Life(
                container.id(), oneShot ? "" : container.at("/State/StartedAt").asString());
    }

    private static void well(Finished finished) {
        assertThat(finished.well()).as(Shell.told(finished)).isTrue();
    }

    @Override
    public void close() {
        project.close();
    }
}
