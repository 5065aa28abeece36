package dev.datastack.cli.course.lab;

import dev.datastack.cli.problem.Problem;
import dev.datastack.cli.problem.StackException;
import dev.datastack.cli.process.Call;
import dev.datastack.cli.process.Finished;
import dev.datastack.cli.sandbox.Sandbox;
import dev.datastack.cli.sandbox.SandboxException;
import dev.datastack.cli.sandbox.SandboxHost;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** One exercise's folder, copied, with the images and the project that its checks ask for. Closing it removes them. */
public final class Lab implements AutoCloseable {
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(250);
    private static final Duration BUILD = Duration.ofMinutes(10);

    private final SandboxHost host;
    private final Sandbox sandbox;
    private final LabLock lock;
    private final LabImages images;
    private final Once<LabProject> projects = new Once<>();

    private Lab(SandboxHost host, Sandbox sandbox, LabLock lock) {
        this.host = host;
        this.sandbox = sandbox;
        this.lock = lock;
        this.images = new LabImages(this);
    }

    /** What an interrupted run of the same name has left is removed first. */
    public static Lab open(SandboxHost host, String name, Path source, Path labs) {
        var lock = LabLock.waitFor(labs.resolve(name + ".lock"));
        var leftovers = new ArrayList<String>();
        var lab = new Lab(host, new Sandbox(host, name, labs.resolve(name), leftovers::add), lock);
        lab.sandbox.remove();
        if (!leftovers.isEmpty()) {
            lock.close();
            throw new StackException(
                    Problem.WORK_FOLDER_UNUSABLE,
                    "an earlier check left what cannot be removed: " + String.join(", ", leftovers) + ".",
                    "to remove it",
                    "remove it by hand, as another user where a container wrote it");
        }
        try {
            lab.sandbox.take(source);
        } catch (SandboxException e) {
            lab.close();
            throw new StackException(
                    Problem.WORK_FOLDER_UNUSABLE,
                    e.reason() + ".",
                    source.toString(),
                    "if a container wrote there as another user: sudo chown -R \"$USER\" " + source);
        }
        return lab;
    }

    public LabImages images() {
        return images;
    }

    /** The exercise's Compose project, started. */
    public LabProject project() {
        return projects.get("project", () -> LabProject.start(this));
    }

    /** The copy of the exercise's files. */
    public Path work() {
        return sandbox.project();
    }

    /** For files of the lab itself, which no build and no container is to see. */
    Path scratch(String file) {
        return sandbox.beside(file);
    }

    Sandbox sandbox() {
        return sandbox;
    }

    String name() {
        return sandbox.name();
    }

    String basePrefix() {
        return host.basePrefix();
    }

    Finished run(String... argv) {
        return run(List.of(argv));
    }

    Finished run(List<String> argv) {
        return run(argv, Map.of());
    }

    private Finished run(List<String> argv, Map<String, String> variables) {
        return sandbox.run(Call.of(argv).within(BUILD).with(variables));
    }

    /** What Compose makes of the exercise's files with these variables, which win over those of {@code .env}. */
    public Finished resolve(Map<String, String> variables) {
        var argv = new ArrayList<>(List.of("docker", "compose", "--project-name", name()));
        if (!variables.isEmpty()) {
            // A file, for there an empty variable is one too; naming one file leaves out the other.
            Stream.of(work().resolve(".env"), asFile(variables))
                    .filter(Files::exists)
                    .forEach(file -> argv.addAll(List.of("--env-file", file.toString())));
        }
        argv.addAll(List.of("config", "--format", "json"));
        return run(argv, variables);
    }

    private Path asFile(Map<String, String> variables) {
        try {
            return Files.write(
                    scratch("check.env"),
                    variables.entrySet().stream()
                            .map(entry -> entry.getKey() + "=" + entry.getValue())
                            .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Does the work while the change is in the copy, and takes it back. */
    public <T> T changed(Change change, Supplier<T> work) {
        var takeBack = change.in(work());
        try {
            return work.get();
        } finally {
            takeBack.run();
        }
    }

    /** Looks until what is seen will do or the time is up, and returns what was seen last. */
    public <T> T until(Duration limit, Supplier<T> look, Predicate<T> willDo) {
        var end = host.time().now().plus(limit);
        var seen = look.get();
        while (!willDo.test(seen) && host.time().now().isBefore(end)) {
            host.time().sleep(BETWEEN_LOOKS);
            seen = look.get();
        }
        return seen;
    }

    @Override
    public void close() {
        try {
            sandbox.close();
        } finally {
            lock.close();
        }
    }
}
