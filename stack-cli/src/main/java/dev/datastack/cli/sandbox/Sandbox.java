package dev.datastack.cli.sandbox;

import dev.datastack.cli.docker.Compose;
import dev.datastack.cli.process.Call;
import dev.datastack.cli.process.CommandRunner;
import dev.datastack.cli.process.Finished;
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
    private static final JsonMapper JSON = JsonMapper.shared();

    private final SandboxHost host;
    private final String name;
    private final Path home;
    private final Consumer<String> leftovers;
    private final AtomicBoolean closed = new AtomicBoolean();
    private final List<String> volumes = new CopyOnWriteArrayList<>();
    private final SandboxRunner runner;
    private List<LeftOut> leftOut = List.of();

    /** {@code name} is the project's; whatever an interrupted run of that name has left is removed first. */
    public Sandbox(SandboxHost host, String name, Path home, Consumer<String> leftovers) {
        this.host = host;
        this.name = name;
        this.home = home.toAbsolutePath().normalize();
        this.leftovers = leftovers;
        this.runner = new SandboxRunner(host, this.home, closed::get);
    }

    /** Copies a folder in. */
    public void take(Path source) {
        try {
            Files.createDirectories(home);
        } catch (IOException e) {
            throw new SandboxException("no folder could be made for the copy (" + e + ")");
        }
        leftOut = ProjectCopy.copy(source, project(), host.bounds());
    }

    public String name() {
        return name;
    }

    public Path project() {
        return home.resolve("project");
    }

    public Path beside(String file) {
        return home.resolve(file);
    }

    /** Files of the folder that the copy does not have. */
    public List<LeftOut> leftOut() {
        return leftOut;
    }

    public CommandRunner runner() {
        return runner;
    }

    public Finished run(Call call) {
        return runner.run(Files.isDirectory(project()) && call.folder().isEmpty() ? call.in(project()) : call);
    }

    /** Looks at the Compose files without starting anything. */
    public Reading read() {
        return new ProjectReader(this, host.bounds()).read();
    }

    /** {@code docker compose} with these options on top of those that choose the project's own files. */
    public Finished compose(ComposeFiles files, List<String> words) {
        return compose(files.options(), words, Map.of());
    }

    Finished compose(List<String> options, List<String> words, Map<String, String> variables) {
        return run(Call.of("docker", "compose", "--ansi", "never", "--project-name", name)
                .plus(options)
                .plus(words)
                .with(variables));
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
        var there = run(Call.of("docker", "info", "--format", "{{.NCPU}}"))
                .orThrow()
                .outText();
        return Math.min(host.bounds().cpus(), Double.parseDouble(there));
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

    public Path isolatedFile() {
        return beside("isolated.json");
    }

    /** Volumes without a label, which only their containers knew. */
    public void willLeave(List<String> namelessVolumes) {
        volumes.addAll(namelessVolumes);
    }

    /** Removes what the project made, and keeps the sandbox usable. */
    public void remove() {
        new Removal(runner.unbarred(), name, host.bounds().removal())
                .remove(volumes)
                .forEach(leftovers);
        if (!Trees.delete(home)) {
            new RootDeletion(runner.unbarred(), host).delete(home);
        }
        if (!Trees.delete(home)) {
            leftovers.accept("folder " + home);
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
