package dev.datastack.cli.course.grade;

import dev.datastack.cli.docker.ContainerHealth;
import dev.datastack.cli.docker.UpOption;
import dev.datastack.cli.host.Time;
import dev.datastack.cli.process.CommandException;
import dev.datastack.cli.process.Finished;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** Starts the project and watches it until nothing is on its way any more, or the time is up. */
final class Launch {
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final GradedProject sandbox;
    private final Time time;
    private final Duration limit;
    private final Consumer<String> progress;

    Launch(GradedProject sandbox, Time time, Duration limit, Consumer<String> progress) {
        this.sandbox = sandbox;
        this.time = time;
        this.limit = limit;
        this.progress = progress;
    }

    /** What Compose refused; empty when it started everything. */
    List<String> start(String... services) {
        try {
            return refusal(sandbox.compose().up(limit, List.of(services), UpOption.NO_BUILD));
        } catch (CommandException tooSlow) {
            return List.of("'docker compose up' did not return within " + limit.toSeconds() + " s");
        }
    }

    /** A dependency that failed shows in its own container, with a better reason. */
    private static List<String> refusal(Finished up) {
        return up.well() || up.lastWords().contains("dependency failed to start") ? List.of() : List.of(up.lastWords());
    }

    List<Observed> settled(Set<String> mustStay) {
        var end = time.now().plus(limit);
        while (true) {
            var containers = sandbox.containers();
            long pending = containers.stream()
                    .filter(container -> isPending(container, mustStay))
                    .count();
            progress.accept("start: " + (containers.size() - pending) + " of " + containers.size() + " settled");
            if (pending == 0 || !time.now().isBefore(end)) {
                return containers;
            }
            time.sleep(PAUSE);
        }
    }

    private static boolean isPending(Observed container, Set<String> mustStay) {
        if (!container.wasStarted() || container.restartsAgainAndAgain()) {
            return false;
        }
        if (!container.isRunning()) {
            return !container.hasEnded();
        }
        return container.probe().isEmpty()
                // A one-shot has nothing to be healthy with: it runs until it is done.
                ? !mustStay.contains(container.service())
                : container.health() == ContainerHealth.STARTING || container.health() == ContainerHealth.NONE;
    }
}
