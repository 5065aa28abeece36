package dev.datastack.cli.course.lab;

import dev.datastack.cli.docker.Compose;
import dev.datastack.cli.docker.Containers;
import dev.datastack.cli.problem.Problem;
import dev.datastack.cli.problem.StackException;
import dev.datastack.cli.process.Finished;
import dev.datastack.cli.sandbox.Sandbox;
import dev.datastack.cli.sandbox.SandboxException;
import dev.datastack.cli.sandbox.SandboxHost;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** One exercise's folder, copied, with the images and the project that its checks ask for. Closing it removes them. */
public final class Lab implements AutoCloseable {
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(250);
    private static final Duration WATCH = Duration.ofMinutes(1);

    private final SandboxHost host;
    private final Sandbox sandbox;
    private final LabLock lock;
    private final Bench bench;
    private final LabImages images;
    private final Once<LabProject> projects = new Once<>();
    private final Supplier<Compose> clone;
    private final Once<OwnStack> stacks = new Once<>();

    private Lab(SandboxHost host, Sandbox sandbox, LabLock lock, Supplier<Compose> clone) {
        this.host = host;
        this.clone = clone;
        this.sandbox = sandbox;
        this.lock = lock;
        this.bench = new Bench(sandbox, host.basePrefix());
        this.images = new LabImages(bench);
    }

    /** What an interrupted run of the same name has left is removed first. */
    public static Lab open(SandboxHost host, String name, Path source, Path labs, Supplier<Compose> clone) {
        var lock = LabLock.waitFor(labs.resolve(name + ".lock"));
        var leftovers = new ArrayList<String>();
        var lab = new Lab(host, new Sandbox(host, name, labs.resolve(name), leftovers::add), lock, clone);
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
        return projects.get("project", () -> LabProject.start(bench, images));
    }

    /** The stack of this clone, which the learner has started. */
    public OwnStack stack() {
        return stacks.get("stack", () -> OwnStack.running(clone));
    }

    /** The copy of the exercise's files. */
    public Path work() {
        return bench.work();
    }

    Containers containers() {
        return bench.containers();
    }

    /** What Compose makes of the exercise's files with these variables, which win over those of {@code .env}. */
    public Finished resolve(Map<String, String> variables) {
        try {
            return sandbox.resolve(variables);
        } catch (SandboxException e) {
            throw LabException.saying(e.reason());
        }
    }

    /** Does the work while the change is in the copy, and takes it back. */
    public <T> T changed(Change change, Supplier<T> work) {
        return bench.changed(change, work);
    }

    /** Does the work while {@code docker compose watch} runs, once it has begun to watch. */
    public <T> T whileWatching(Supplier<T> work) {
        var lines = new CopyOnWriteArrayList<String>();
        var watching = project().watch(lines::add);
        try {
            until(
                    WATCH,
                    () -> lines.stream().anyMatch(line -> line.contains("Watch enabled")) || !watching.isOpen(),
                    settled -> settled);
            if (!watching.isOpen()) {
                throw LabException.saying("docker compose watch ended: " + String.join(" ", lines));
            }
            return work.get();
        } finally {
            watching.close();
        }
    }

    /**
     * What is written after this call has another time than what was written before it. Layers record times in whole seconds:
     * a step that runs twice within one second makes the same layer twice, as if it came from the cache.
     */
    public void nextSecond() {
        host.time().sleep(Duration.ofSeconds(1));
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
