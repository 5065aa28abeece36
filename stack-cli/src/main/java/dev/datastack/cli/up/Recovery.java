package dev.datastack.cli.up;

import dev.datastack.cli.docker.Compose;
import dev.datastack.cli.docker.ComposeModel.Service;
import dev.datastack.cli.docker.Docker;
import dev.datastack.cli.host.Time;
import dev.datastack.cli.problem.Problem;
import dev.datastack.cli.problem.StackException;
import dev.datastack.cli.up.progress.Line;
import dev.datastack.cli.up.progress.Patience;
import dev.datastack.cli.up.progress.StackProgress;
import dev.datastack.cli.up.progress.Upping;
import dev.datastack.cli.up.progress.Verdict;
import dev.datastack.cli.up.progress.View;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/** Watches services that were started again until they are ready, fail, or have had their time. */
public final class Recovery {
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final View view;
    private final Time time;
    private final Looks looks = new Looks();
    private final Watched containers;
    private final ServiceReport report;

    public Recovery(Compose compose, Docker docker, View view, Time time) {
        this.view = view;
        this.time = time;
        this.containers = new Watched(compose, docker);
        this.report = new ServiceReport(compose, docker);
    }

    /** Returns how long it took; {@code tried} is the command that started them again. */
    public Duration await(List<Service> services, Duration limit, String tried) {
        var progress = new StackProgress(services, false, new Patience(limit));
        var began = time.now();
        looks.take(containers::rememberTheOld);
        while (true) {
            var elapsed = Duration.between(began, time.now());
            progress.at(elapsed, Upping.DONE);
            var seen = looks.take(containers::look);
            seen.ifPresent(progress::observe);
            view.show(progress.frame().with(looks.trouble()));
            var verdict = progress.verdict();
            if (seen.isPresent() && verdict instanceof Verdict.Ready) {
                return elapsed;
            }
            if (seen.isPresent() && verdict instanceof Verdict.ServicesFailed failed) {
                throw failed(failed.services(), tried);
            }
            if (progress.patienceIsOver()) {
                throw late(progress, limit, tried);
            }
            time.sleep(PAUSE);
        }
    }

    private StackException failed(List<String> services, String tried) {
        var causes = report.causes(services, containers);
        var cause = causes.get(0);
        var cure = cause.how().cure(cause.service());
        return new StackException(
                        Problem.SERVICE_FAILED,
                        cause.text() + ". The other services were left as they are.",
                        tried,
                        (cure.isEmpty() ? "see './stack logs " + cause.service() + "', fix it" : cure)
                                + "; then run './stack restart " + cause.service() + "' again")
                .showing(report.evidence(causes));
    }

    private StackException late(StackProgress progress, Duration limit, String tried) {
        var pending = progress.verdict() instanceof Verdict.GivenUp given ? given.pending() : List.<Line>of();
        var services = pending.stream().map(Line::name).toList();
        return new StackException(
                        Problem.NOT_IN_TIME,
                        pending.stream()
                                        .map(line -> line.name() + " (" + line.detail() + ")")
                                        .collect(Collectors.joining("; "))
                                + " after " + limit.toSeconds() + " s. The services keep running.",
                        tried,
                        "watch them with './stack status --watch', or give them longer with './stack restart --timeout'")
                .showing(report.evidence(report.causes(services, containers)));
    }
}
