package dev.datastack.cli.upgrade;

import dev.datastack.cli.database.PostgresVersion;
import dev.datastack.cli.database.Server;
import dev.datastack.cli.docker.BuildRecipe;
import dev.datastack.cli.docker.Compose;
import dev.datastack.cli.docker.Container;
import dev.datastack.cli.docker.ContainerHealth;
import dev.datastack.cli.docker.OneOff;
import dev.datastack.cli.host.Time;
import dev.datastack.cli.problem.Problem;
import dev.datastack.cli.problem.StackException;
import dev.datastack.cli.process.Finished;
import dev.datastack.cli.terminal.StatusLine;
import java.time.Duration;
import java.util.List;

/** A server of the new version with its own volume, beside the one that serves the stack. */
final class NewServer {
    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final Duration LIMIT = Duration.ofMinutes(10);

    private final Compose compose;
    private final OneOff container;
    private final PostgresVersion version;
    private final Time time;

    NewServer(Compose compose, OneOff container, PostgresVersion version, Time time) {
        this.compose = compose;
        this.container = container;
        this.version = version;
        this.time = time;
    }

    Server server() {
        return new Server(container.runner(), container.exec());
    }

    /** On the volume of its version, which must be new. */
    void start(StatusLine status) {
        var builder = builder();
        try {
            status.now("building the image with PostgreSQL " + version.text());
            well(container.build(builder, status::now));
            status.now("starting PostgreSQL " + version.text());
            well(container.start());
        } finally {
            // Both versions have the same image name, and until the data has moved it is the old one's.
            well(compose.build(List.of(builder), status::now));
        }
        awaitHealthy();
    }

    /** The service whose build is the image of this one. */
    private String builder() {
        var image = compose.model().service(container.service()).orElseThrow().image();
        return compose.recipes().stream()
                .filter(recipe -> recipe.image().equals(image))
                .findFirst()
                .map(BuildRecipe::service)
                .orElseThrow();
    }

    private void awaitHealthy() {
        var latest = time.now().plus(LIMIT);
        while (!isHealthy()) {
            if (time.now().isAfter(latest)) {
                throw notStarted("it is not healthy after " + LIMIT.toMinutes() + " minutes");
            }
            time.sleep(PAUSE);
        }
    }

    private boolean isHealthy() {
        var state = container.look().map(Container::state).orElseThrow(() -> notStarted("its container is gone"));
        if (state.status().isOver()) {
            throw notStarted("it exited with code " + state.exitCode());
        }
        return state.health().status() == ContainerHealth.HEALTHY;
    }

    void stop() {
        well(container.stop());
        container.remove();
    }

    /** Also what a run that was killed has left. */
    void remove() {
        container.remove();
    }

    private StackException notStarted(String what) {
        return failure(
                        "PostgreSQL " + version.text() + " did not start: " + what + ".",
                        "docker logs " + container.name())
                .showing(container.lastLines());
    }

    private static void well(Finished finished) {
        if (!finished.well()) {
            throw failure(finished.lastWords(), finished.call().text()).showing(lastOf(finished.err()));
        }
    }

    private static List<String> lastOf(List<String> lines) {
        return lines.subList(Math.max(0, lines.size() - 10), lines.size());
    }

    private static StackException failure(String what, String tried) {
        return new StackException(
                Problem.NOT_UPGRADED,
                what,
                tried,
                "correct what the lines above say, and run './stack upgrade' again; the stack is as it was");
    }
}
