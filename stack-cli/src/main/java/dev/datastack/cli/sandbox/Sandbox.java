package dev.datastack.cli.sandbox;

import dev.datastack.cli.docker.Compose;
import dev.datastack.cli.docker.Docker;
import dev.datastack.cli.docker.ProjectRemoval;
import dev.datastack.cli.process.CommandRunner;
import dev.datastack.cli.process.Finished;
import dev.datastack.cli.sandbox.Isolation.Addresses;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One foreign project in a folder of ours. {@code home} holds the copy, {@link #project()}, and files that no build and no
 * container sees, {@link #beside}. Closing it removes all that was made, and tells what could not be removed.
 */
public final class Sandbox implements AutoCloseable {
    /** The project as it will run, and the images that are to be built first, by the service that builds each. */
    public record Isolated(JsonNode model, Map<String, String> images) {}

    private static final JsonMapper JSON = JsonMapper.shared();

    private final SandboxHost host;
    private final String name;
    private final Place place;
    private final Consumer<String> leftovers;
    private final AtomicBoolean closed = new AtomicBoolean();
    private final List<String> volumes = new CopyOnWriteArrayList<>();
    private final SandboxRunner runner;
    private List<LeftOut> leftOut = List.of();

    /** {@code name} is the project's; whatever an interrupted run of that name has left is removed first. */
    public Sandbox(SandboxHost host, String name, Path home, Consumer<String> leftovers) {
        this.host = host;
        this.name = name;
        this.place = new Place(home.toAbsolutePath().normalize());
        this.leftovers = leftovers;
        this.runner = new SandboxRunner(host, place, closed::get);
    }

    /** Copies a folder in. */
    public void take(Path source) {
        try {
            Files.createDirectories(place.home());
        } catch (IOException e) {
            throw new SandboxException("no folder could be made for the copy (" + e + ")");
        }
        leftOut = ProjectCopy.copy(source, project(), host.bounds());
    }

    public String name() {
        return name;
    }

    public Path project() {
        return place.project();
    }

    /** Those of the copy. */
    public ProjectFiles files() {
        return new ProjectFiles(place.project());
    }

    public Path beside(String file) {
        return place.beside(file);
    }

    /** Files of the folder that the copy does not have. */
    public List<LeftOut> leftOut() {
        return leftOut;
    }

    public CommandRunner runner() {
        return runner;
    }

    /** Looks at the Compose files without starting anything. */
    public Reading read() {
        return reader().read(Map.of());
    }

    /** The same with the services of all profiles, for whoever starts one of them by its name. */
    public Reading readWithProfiles() {
        return reader().read(Map.of("COMPOSE_PROFILES", "*"));
    }

    /**
     * What Compose makes of the files with these variables, which win over those of {@code .env}.
     *
     * @throws SandboxException if the files take in what lies outside
     */
    public Finished resolve(Map<String, String> variables) {
        return reader().resolve(variables);
    }

    private ProjectReader reader() {
        return new ProjectReader(place, name, leftOut, runner, host.bounds());
    }

    /** The project by files of its own. */
    public Compose compose(ComposeFiles files) {
        return new Compose(runner, project(), files.options(name));
    }

    /** From here on {@link #compose()} works on the project as it is changed: apart from others, and with limits. */
    public Isolated isolate(JsonNode resolved, Addresses addresses) {
        var isolation = Isolation.of(resolved, name, addresses);
        var model = isolation.model();
        new MountedFiles(beside("mounted"), host.bounds()).separate(model);
        new Restraint(host.bounds(), cpus()).on(model);
        try {
            Files.writeString(isolatedFile(), JSON.writeValueAsString(model));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Isolated(model, isolation.built());
    }

    /** The engine refuses a limit of more than it has. */
    private double cpus() {
        return Math.min(
                host.bounds().cpus(), Math.max(1, new Docker(runner).info().ncpu()));
    }

    /** Removes what is in a folder of the copy; says nothing where it is none. */
    public void empty(Path folder) {
        try {
            var real = folder.toRealPath();
            if (real.startsWith(project().toRealPath())
                    && !real.equals(project().toRealPath())) {
                Trees.delete(real);
                Files.createDirectories(real);
            }
        } catch (IOException notThere) {
            return;
        }
    }

    /** The isolated project. */
    public Compose compose() {
        var variables = Map.of(
                "COMPOSE_PROJECT_NAME", name, "COMPOSE_FILE", isolatedFile().toString());
        return new Compose(runner.with(variables), project());
    }

    private Path isolatedFile() {
        return beside("isolated.json");
    }

    /** Volumes without a label, which only their containers knew. */
    public void willLeave(List<String> namelessVolumes) {
        volumes.addAll(namelessVolumes);
    }

    /** Removes what the project made, and keeps the sandbox usable. */
    public void remove() {
        new ProjectRemoval(runner.unbarred(), name, host.bounds().removal())
                .remove(volumes)
                .forEach(leftovers);
        if (!Trees.delete(place.home())) {
            new RootDeletion(runner.unbarred(), host.basePrefix(), host.bounds().removal()).delete(place.home());
        }
        if (!Trees.delete(place.home())) {
            leftovers.accept("folder " + place.home());
        }
    }

    /** Safe to be called twice, and from another thread: from then on nothing is started any more. */
    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            remove();
        }
    }
}
