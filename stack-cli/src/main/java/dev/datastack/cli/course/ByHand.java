package dev.datastack.cli.course;

import dev.datastack.cli.course.check.HandCheck;
import dev.datastack.cli.course.check.StackCheck;
import dev.datastack.cli.docker.Containers;
import dev.datastack.cli.process.Call;
import dev.datastack.cli.sandbox.SandboxHost;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * For makers: types what a learner types, the lines of {@code commands.sh}, before a check, and removes it all afterwards, by
 * {@code cleanup.sh} where there is more than containers. The names are those of the task, so one runs at a time.
 */
final class ByHand {
    private static final Lock NAMES = new ReentrantLock();
    /** A run of Airflow takes half a minute, on a busy machine several times that. */
    private static final Duration LIMIT = Duration.ofMinutes(5);

    private final SandboxHost host;
    private final Path root;

    ByHand(SandboxHost host, Path root) {
        this.host = host;
        this.root = root;
    }

    Report around(Exercise exercise, Path folder, Supplier<Report> check) {
        var names = containers(exercise);
        boolean ofTheStack = exercise.checks().stream().anyMatch(StackCheck.class::isInstance);
        if (names.isEmpty() && !ofTheStack) {
            return check.get();
        }
        var containers = new Containers(host.runner());
        // With the stack one works at the root of the clone, with a container of one's own in the exercise's folder.
        var place = ofTheStack ? root : folder;
        NAMES.lock();
        try {
            requireFree(names, containers);
            return between(folder, place, check, () -> names.forEach(containers::remove));
        } finally {
            NAMES.unlock();
        }
    }

    /** Those of a maker's own are not ours to remove. */
    private static void requireFree(List<String> names, Containers containers) {
        names.stream().filter(containers::exists).forEach(name -> {
            throw new IllegalStateException("There is a container " + name + " already: docker rm --force " + name);
        });
    }

    private Report between(Path folder, Path place, Supplier<Report> check, Runnable removal) {
        try {
            script(folder.resolve("commands.sh"), place);
            return check.get();
        } finally {
            script(folder.resolve("cleanup.sh"), place);
            removal.run();
        }
    }

    /** As shipped it may fail, and not every exercise makes more than containers. */
    private void script(Path script, Path place) {
        var variables = Map.of("BASE_PREFIX", host.basePrefix());
        host.runner()
                .run(Call.of("sh", script.toString()).in(place).with(variables).within(LIMIT));
    }

    private static List<String> containers(Exercise exercise) {
        return exercise.checks().stream()
                .filter(HandCheck.class::isInstance)
                .map(check -> ((HandCheck) check).container())
                .distinct()
                .toList();
    }
}
