package dev.datastack.cli.startup;

import dev.datastack.cli.docker.Compose;
import dev.datastack.cli.docker.ComposeModel;
import dev.datastack.cli.docker.Docker;
import dev.datastack.cli.problem.StackException;
import dev.datastack.cli.startup.StartRecord.Outcome;
import dev.datastack.cli.terminal.Terminal;
import java.io.IOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/** Records one start while {@code up} is at it. Whatever goes wrong here is a warning, and never fails a start. */
public final class Recording {
    /** From where on there are containers to look at. */
    private record Watched(Compose compose, Docker docker, Sightings sightings, Instant began) {}

    private final StartFiles files;
    private final ComposeModel model;
    private final InstantSource clock;
    private final Terminal terminal;
    private final Instant began;
    private final List<Preparation> preparation = new ArrayList<>();
    private @Nullable Watched watched;
    private boolean over;

    public Recording(Path root, ComposeModel model, InstantSource clock, Terminal terminal) {
        this.files = new StartFiles(root);
        this.model = model;
        this.clock = clock;
        this.terminal = terminal;
        this.began = clock.instant();
    }

    /** How long the work takes, also when it fails. */
    public void preparing(Preparation.Kind kind, Runnable work) {
        var from = clock.instant();
        try {
            work.run();
        } finally {
            add(new Preparation(kind, from, nowAfter(from)));
        }
    }

    /** A clock that was set back makes it last no time at all. */
    private Instant nowAfter(Instant earlier) {
        var now = clock.instant();
        return now.isBefore(earlier) ? earlier : now;
    }

    private synchronized void add(Preparation done) {
        preparation.add(done);
    }

    /** Compose takes over now. */
    public synchronized Sightings watching(Compose compose, Docker docker) {
        var sightings = new Sightings(docker, clock);
        watched = new Watched(compose, docker, sightings, clock.instant());
        return sightings;
    }

    /** The stack is up. */
    public void ready() {
        end(Outcome.READY, "");
    }

    /** What came of it so far is kept as well. */
    public void failed(StackException why) {
        end(Outcome.FAILED, why.problem().heading() + ": " + why.what());
    }

    /** On Ctrl-C, when there is no time to ask anybody anything. */
    public synchronized void interrupted() {
        if (!over) {
            keep(bare(Outcome.INTERRUPTED, ""));
        }
    }

    private synchronized void end(Outcome outcome, String reason) {
        if (over) {
            return;
        }
        var bare = bare(outcome, reason);
        try {
            keep(watched == null ? bare : whole(watched, bare));
        } catch (StackException | JacksonException | DateTimeException | IllegalArgumentException e) {
            // An answer that makes no sense: what was measured here is kept all the same.
            keep(bare);
        }
    }

    private StartRecord whole(Watched by, StartRecord bare) {
        var services = by.sightings().services(model.running(), by.compose().states());
        var year = loadsTheYear()
                ? new YearTimes(by.compose()).between(by.began(), bare.ended())
                : Optional.<List<YearWork>>empty();
        return bare.with(services, year.orElse(List.of()));
    }

    private boolean loadsTheYear() {
        return model.service("etl-service").isPresent()
                && model.service("postgres").isPresent();
    }

    /** What is known without asking anybody. */
    private StartRecord bare(Outcome outcome, String reason) {
        return new StartRecord(
                StartRecord.FORMAT,
                model.project(),
                began,
                Optional.ofNullable(watched).map(Watched::began),
                nowAfter(began),
                outcome,
                reason,
                preparation,
                List.of(),
                List.of(),
                List.of());
    }

    private void keep(StartRecord start) {
        over = true;
        try {
            files.keep(start);
        } catch (IOException e) {
            terminal.warn("stack: this start was not recorded: " + e);
        }
    }
}
