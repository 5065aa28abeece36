package dev.datastack.cli.course;

import dev.datastack.cli.course.check.HandCheck;
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
 * For makers: types what a learner types, the lines of {@code commands.sh}, before a check, and removes the containers after
 * it. The names are those of the task, so one runs at a time.
 */
final class ByHand {
    private static final Lock NAMES = new ReentrantLock();
    private static final Duration LIMIT = Duration.ofMinutes(1);

    private final SandboxHost host;

    ByHand(SandboxHost host) {
        this.host = host;
    }

    Report around(Exercise exercise, Path folder, Supplier<Report> check) {
        var names = containers(exercise);
        if (names.isEmpty()) {
            return check.get();
        }
        var containers = new Containers(host.runner());
        NAMES.lock();
        try {
            names.stream().filter(containers::exists).forEach(name -> {
                throw new IllegalStateException("There is a container " + name + " already: docker rm --force " + name);
            });
            host.runner()
                    .run(Call.of("sh", "commands.sh")
                            .in(folder)
                            .with(Map.of("BASE_PREFIX", host.basePrefix()))
                            .within(LIMIT));
            return check.get();
        } finally {
            names.forEach(containers::remove);
            NAMES.unlock();
        }
    }

    private static List<String> containers(Exercise exercise) {
        return exercise.checks().stream()
                .filter(HandCheck.class::isInstance)
                .map(check -> ((HandCheck) check).container())
                .distinct()
                .toList();
    }
}
