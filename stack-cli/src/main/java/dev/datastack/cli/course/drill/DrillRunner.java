package dev.datastack.cli.course.drill;

import dev.datastack.cli.docker.Compose;
import dev.datastack.cli.docker.ComposeModel.Service;
import dev.datastack.cli.docker.UpOption;
import dev.datastack.cli.host.Time;
import dev.datastack.cli.problem.Problem;
import dev.datastack.cli.problem.StackException;
import dev.datastack.cli.process.CommandRunner;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Begins a drill, looks after it, and ends it. */
public final class DrillRunner {
    private final CommandRunner runner;
    private final Path root;
    private final Time time;
    private final Compose compose;

    public DrillRunner(CommandRunner runner, Path root, Time time) {
        this.runner = runner;
        this.root = root;
        this.time = time;
        this.compose = new Compose(runner, root);
    }

    /** Refuses where the learner could not tell the drill's fault from another. */
    public void require(Drill drill) {
        DrillNotes.in(root).active().ifPresent(active -> {
            throw refused(
                    "the drill " + active.name() + " is in progress.",
                    "repair it and run './stack course drill check', or './stack course drill --undo'");
        });
        if (new OverrideFile(root).exists()) {
            throw refused(
                    "there is a docker-compose.override.yml, which a drill would overwrite.",
                    "move it elsewhere during the drills");
        }
        unwell().ifPresent(sign -> {
            throw refused(
                    "not true before " + drill.name() + " began: " + sign.expected() + " (" + sign.seen() + ").",
                    "start the stack with './stack up', and wait until it is healthy");
        });
    }

    private Optional<Sign> unwell() {
        var site = site(Map.of());
        return compose.model().running().stream()
                .filter(service -> !service.oneShot())
                .map(Service::name)
                .map(site::healthy)
                .filter(sign -> !sign.well())
                .findFirst();
    }

    private StackException refused(String what, String next) {
        return new StackException(Problem.DRILL_REFUSED, what, "to begin a drill in " + root, next);
    }

    /** The notes are written first, so that a drill that breaks off halfway can be undone. */
    public void begin(Drill drill) {
        var notes = new LinkedHashMap<String, String>();
        var book = DrillNotes.in(root).started(drill, notes);
        Drills.fault(drill).breakIn(site(notes));
        book.started(drill, notes);
    }

    public List<Sign> look(Drill drill) {
        return Drills.fault(drill).look(site(DrillNotes.in(root).notes()));
    }

    /** Repaired: only what the drill left lying about is removed, the services are the learner's work. */
    public void finish(Drill drill) {
        remove(drill);
        DrillNotes.in(root).ended(Optional.of(drill));
    }

    /** What is not well even now; empty when the next drill can begin. */
    public Optional<Sign> undo(Drill drill) {
        remove(drill);
        // Anew, because '--wait' gives up at once on a container that is unhealthy from before.
        compose.up(
                        Duration.ofMinutes(10),
                        drill.services(),
                        UpOption.NO_BUILD,
                        UpOption.NO_DEPS,
                        UpOption.FORCE_RECREATE,
                        UpOption.WAIT)
                .orThrow();
        DrillNotes.in(root).ended(Optional.empty());
        // Others may have ended with the one that was broken: Airflow's scheduler does when its database goes.
        site(Map.of()).await(() -> unwell().isEmpty());
        return unwell();
    }

    private void remove(Drill drill) {
        new OverrideFile(root).delete();
        Drills.fault(drill).clean(site(DrillNotes.in(root).notes()));
    }

    private Site site(Map<String, String> notes) {
        return new Site(runner, root, time, notes, compose.model().project());
    }
}
