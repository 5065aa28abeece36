package dev.datastack.cli.build;

import dev.datastack.cli.docker.Compose;
import dev.datastack.cli.docker.ComposeModel;
import dev.datastack.cli.docker.ComposeModel.Service;
import dev.datastack.cli.docker.Docker;
import dev.datastack.cli.problem.Problem;
import dev.datastack.cli.problem.StackException;
import dev.datastack.cli.terminal.StatusLine;
import dev.datastack.cli.terminal.Terminal;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;

/** Builds the stack's own images; an engine with little memory gets them one after the other. */
public final class Images {
    private static final long SMALL = 4L << 30;

    private final Compose compose;
    private final Docker docker;
    private final Terminal terminal;
    private final InstantSource clock;

    public Images(Compose compose, Docker docker, Terminal terminal, InstantSource clock) {
        this.compose = compose;
        this.docker = docker;
        this.terminal = terminal;
        this.clock = clock;
    }

    public void build(ComposeModel model) {
        var services = model.services().stream().filter(Service::built).toList();
        if (services.isEmpty()) {
            return;
        }
        var began = clock.instant();
        var status = new StatusLine(terminal, "images");
        if (!terminal.isScreen()) {
            terminal.say("images: building");
        }
        if (docker.info().memTotal() < SMALL) {
            oneOfEach(services).forEach(service -> build(List.of(service.name()), status));
        } else {
            build(services.stream().map(Service::name).toList(), status);
        }
        long images = services.stream().map(Service::image).distinct().count();
        long seconds = Duration.between(began, clock.instant()).toSeconds();
        status.done(images + " up to date in " + seconds + " s");
    }

    /** Several services may run the same image. */
    private static Collection<Service> oneOfEach(List<Service> services) {
        var byImage = new LinkedHashMap<String, Service>();
        services.forEach(service -> byImage.putIfAbsent(service.image(), service));
        return byImage.values();
    }

    private void build(List<String> services, StatusLine status) {
        var log = new BuildLog(status::now, image -> status.now(image + " built"));
        var finished = compose.build(services, log);
        if (finished.well()) {
            return;
        }
        status.clear();
        var culprits = log.failedTarget().map(List::of).orElse(services);
        var lines = log.lastLines();
        throw new StackException(
                        Problem.IMAGE_NOT_BUILT,
                        "the build of " + String.join(", ", culprits) + " ended with exit code " + finished.exitCode()
                                + ".",
                        finished.call().text(),
                        ImageFailure.of(lines).next() + "; all it says: docker compose build "
                                + String.join(" ", culprits))
                .showing(lines);
    }
}
