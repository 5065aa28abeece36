package dev.datastack.cli.up;

import dev.datastack.cli.airflow.RunProgress;
import dev.datastack.cli.airflow.RunReport;
import dev.datastack.cli.docker.Compose;
import dev.datastack.cli.docker.Docker;
import dev.datastack.cli.ledger.LoadProgress.FailedLoad;
import dev.datastack.cli.problem.Problem;
import dev.datastack.cli.problem.StackException;
import dev.datastack.cli.process.Finished;
import dev.datastack.cli.up.ServiceReport.Cause;
import dev.datastack.cli.up.progress.Line;
import dev.datastack.cli.up.progress.Patience;
import dev.datastack.cli.up.progress.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What is said when a start is given up: what was seen, and the one thing to do. */
final class StartReport {
    private static final String TRIED = "docker compose up -d";
    private static final String AFTER = "fix it and run './stack up' again; './stack down' stops the running services";

    private final ServiceReport services;
    private final RunReport runs;

    StartReport(Compose compose, Docker docker) {
        this.services = new ServiceReport(compose, docker);
        this.runs = new RunReport(compose);
    }

    /** What is known at the end. */
    record Facts(Watched containers, RunProgress runs, Patience patience, boolean upIsAtWork) {}

    StackException failed(Verdict.ServicesFailed failed, Facts facts) {
        var causes = services.causes(failed.services(), facts.containers());
        var cause = causes.get(0);
        var cure = cause.how().cure(cause.service());
        return new StackException(
                        Problem.SERVICE_FAILED,
                        cause.text() + ". The other services were left as they are.",
                        TRIED,
                        cure.isEmpty()
                                ? "see './stack logs " + cause.service() + "', " + AFTER
                                : cure + "; then run './stack up' again; './stack down' stops the running services")
                .showing(services.evidence(causes));
    }

    StackException failed(Verdict.YearFailed failed, Facts facts) {
        var evidence = new ArrayList<>(loads(failed.loads()));
        evidence.addAll(runs.lines(facts.runs()));
        var problem = failed.loads().isEmpty() ? Problem.RUN_FAILED : Problem.LOAD_FAILED;
        var what = failed.loads().stream()
                .findFirst()
                .map(FailedLoad::text)
                .orElseGet(() -> facts.runs().failed().get(0).text());
        return new StackException(
                        problem,
                        what,
                        "the runs of Airflow; none is left that would bring it",
                        runs.cure(facts.runs())
                                .map(cure -> "cure what the lines above name, then run '" + cure + "'")
                                .orElse("see './stack etl status', cure the file it names, then clear that run in"
                                        + " Airflow"))
                .showing(evidence);
    }

    StackException late(Verdict.GivenUp given, Optional<Finished> refusal, Facts facts) {
        var causes = services.causes(given.services(), facts.containers());
        var evidence = new ArrayList<>(services.evidence(causes));
        evidence.addAll(runs.lines(facts.runs()));
        refusal.ifPresent(end -> evidence.add("docker compose up: " + end.lastWords()));
        var pending = given.pending().stream()
                .map(line -> line.name() + " (" + line.detail() + ")")
                .collect(Collectors.joining("; "));
        return new StackException(
                        Problem.NOT_IN_TIME,
                        pending + " after " + text(facts.patience()) + ". The services that were started keep running"
                                + (facts.upIsAtWork() ? ", and docker compose goes on starting the rest." : "."),
                        TRIED,
                        next(causes, facts))
                .showing(evidence);
    }

    private String next(List<Cause> causes, Facts facts) {
        var cure = causes.stream()
                .map(cause -> cause.how().cure(cause.service()))
                .filter(words -> !words.isEmpty())
                .findFirst()
                .or(() -> runs.cure(facts.runs()).map(command -> "run '" + command + "'"));
        return cure.map(words -> words + "; ").orElse("")
                + "watch it with './stack status', give it longer with './stack up --timeout', or stop it with"
                + " './stack down'";
    }

    /** The engine did not answer any more. */
    StackException blind(Patience patience, Optional<Line> trouble) {
        return new StackException(
                Problem.NOT_IN_TIME,
                "nothing could be seen after " + text(patience) + ". The services that were started keep running.",
                trouble.map(Line::detail).orElse("docker compose ps"),
                "see 'docker version' and './stack status'; when they answer, run './stack up' again");
    }

    private static String text(Patience patience) {
        return patience.time().toSeconds() + " s, and without progress for "
                + patience.quiet().toSeconds() + " s";
    }

    private static List<String> loads(List<FailedLoad> failed) {
        return failed.stream().map(load -> "load failed: " + load.text()).toList();
    }
}
