package dev.datastack.cli.up;

import dev.datastack.cli.docker.Compose;
import dev.datastack.cli.docker.ComposeModel;
import dev.datastack.cli.docker.Docker;
import dev.datastack.cli.host.Time;
import dev.datastack.cli.process.CommandRunner.Following;
import dev.datastack.cli.process.Finished;
import dev.datastack.cli.startup.Sightings;
import dev.datastack.cli.up.progress.Patience;
import dev.datastack.cli.up.progress.StackProgress;
import dev.datastack.cli.up.progress.Upping;
import dev.datastack.cli.up.progress.Verdict;
import dev.datastack.cli.up.progress.View;
import java.time.Duration;
import java.util.concurrent.Executor;

/** Starts the project and watches it until it is ready, fails, or has had its time. Watching harms nothing. */
public final class Start {
    /** Events wake the watch at once; this is for what no event tells, such as the loads. */
    private static final Duration PAUSE = Duration.ofSeconds(2);

    private final Compose compose;
    private final View view;
    private final Time time;
    private final Looks looks = new Looks();
    private final Watched containers;
    private final Year year;
    private final ComposeUp up;
    private final StartReport report;

    public Start(Compose compose, Docker docker, View view, Time time, Executor background) {
        this.compose = compose;
        this.view = view;
        this.time = time;
        this.containers = new Watched(compose, docker);
        this.year = new Year(compose, time);
        this.up = new ComposeUp(compose, time, background);
        this.report = new StartReport(compose, docker);
    }

    public Duration run(ComposeModel model, Duration limit, Sightings sightings) {
        var loads = model.service("etl-service").isPresent()
                && model.service("postgres").isPresent();
        var patience = new Patience(limit);
        var progress = new StackProgress(model.running(), loads, patience);
        var began = time.now();
        looks.take(containers::rememberTheOld).ifPresent(sightings::old);
        // The stream first: what happens before it listens would go unseen until the next pause.
        var events = events();
        try {
            up.begin();
            while (true) {
                var elapsed = Duration.between(began, time.now());
                progress.at(elapsed, up.state());
                if (isOver(progress, observe(progress, sightings), patience)) {
                    return elapsed;
                }
                time.sleep(PAUSE);
                events = events.isOpen() ? events : events();
            }
        } finally {
            events.close();
        }
    }

    private Following events() {
        return compose.events(event -> {
            containers.note(event);
            time.wake();
        });
    }

    /** Whether it saw the containers; if not, all that is known is old. */
    private boolean observe(StackProgress progress, Sightings sightings) {
        var seen = looks.take(containers::look);
        seen.ifPresent(progress::observe);
        if (seen.isPresent()) {
            looks.take(() -> sightings.look(containers.lastStates()));
        }
        if (seen.isPresent() && progress.wantsLoads()) {
            looks.take(() -> year.look(containers.lastStates(), progress));
        }
        view.show(progress.frame().with(looks.trouble()));
        return seen.isPresent();
    }

    private boolean isOver(StackProgress progress, boolean seen, Patience patience) {
        var facts = new StartReport.Facts(containers, progress.runs(), patience, up.state() == Upping.AT_WORK);
        if (!seen) {
            if (progress.patienceIsOver()) {
                throw report.blind(patience, looks.trouble());
            }
            return false;
        }
        var verdict = progress.verdict();
        if (verdict instanceof Verdict.ServicesFailed failed) {
            throw report.failed(failed, facts);
        }
        if (verdict instanceof Verdict.YearFailed failed) {
            throw report.failed(failed, facts);
        }
        if (verdict instanceof Verdict.GivenUp given) {
            throw report.late(given, up.refusal(), facts);
        }
        up.refusal().ifPresent(end -> refused(progress, end));
        return verdict instanceof Verdict.Ready;
    }

    private void refused(StackProgress progress, Finished end) {
        StartRefusal.portIn(end).ifPresent(known -> {
            throw known;
        });
        if (progress.isBlocked()) {
            return;
        }
        up.again(progress.ready());
        if (up.isSpent() && up.refusal().isPresent() && !progress.isOnItsWay()) {
            throw StartRefusal.other(end);
        }
    }
}
