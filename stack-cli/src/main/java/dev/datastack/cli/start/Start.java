package dev.datastack.cli.start;

import dev.datastack.cli.docker.Compose;
import dev.datastack.cli.docker.ComposeModel;
import dev.datastack.cli.docker.ContainerDetail;
import dev.datastack.cli.docker.Docker;
import dev.datastack.cli.docker.Finished;
import dev.datastack.cli.docker.ServiceState;
import dev.datastack.cli.ledger.Ledger;
import dev.datastack.cli.problem.Problem;
import dev.datastack.cli.problem.StackException;
import dev.datastack.cli.progress.StackProgress;
import dev.datastack.cli.progress.Verdict;
import dev.datastack.cli.progress.View;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;

/** Starts the project and watches it until it is ready, fails, or has had its time. */
public final class Start {
    /** Events wake the watch at once; this is for what no event tells, such as the loads. */
    private static final Duration PAUSE = Duration.ofSeconds(2);

    private final Compose compose;
    private final Docker docker;
    private final Ledger ledger;
    private final View view;
    private final Time time;
    private final Executor background;

    public Start(Compose compose, Docker docker, View view, Time time, Executor background) {
        this.compose = compose;
        this.docker = docker;
        this.ledger = new Ledger(compose);
        this.view = view;
        this.time = time;
        this.background = background;
    }

    public Duration run(ComposeModel model, Duration limit) {
        var loads = model.service("etl-service").isPresent()
                && model.service("postgres").isPresent();
        var progress = new StackProgress(model.running(), loads);
        var began = time.now();
        // The stream first: what happens before it listens would go unseen until the next pause.
        var events = compose.events(event -> time.wake());
        try {
            var up = CompletableFuture.supplyAsync(() -> compose.up(line -> {}), background);
            var finished = up.whenComplete((end, thrown) -> time.wake());
            return watch(progress, finished, began, limit);
        } finally {
            events.close();
        }
    }

    private Duration watch(StackProgress progress, CompletableFuture<Finished> up, Instant began, Duration limit) {
        while (true) {
            var returned = returned(up);
            returned.filter(Finished::well).ifPresent(end -> progress.started());
            var states = observe(progress, began);
            returned.filter(end -> !end.well()).ifPresent(end -> {
                throw refused(progress, end, states);
            });
            var elapsed = Duration.between(began, time.now());
            if (isOver(progress.verdict(), states)) {
                return elapsed;
            }
            if (elapsed.compareTo(limit) >= 0) {
                throw late(progress.verdict(), limit, states);
            }
            time.sleep(PAUSE);
        }
    }

    private static Optional<Finished> returned(CompletableFuture<Finished> up) {
        if (!up.isDone()) {
            return Optional.empty();
        }
        try {
            return Optional.of(up.join());
        } catch (java.util.concurrent.CompletionException e) {
            if (e.getCause() instanceof StackException known) {
                throw known;
            }
            throw e;
        }
    }

    private List<ServiceState> observe(StackProgress progress, Instant began) {
        var states = compose.states();
        progress.observe(Duration.between(began, time.now()), states, restarts(states));
        var databaseRuns = states.stream().anyMatch(state -> state.service().equals("postgres") && state.isRunning());
        if (progress.wantsLoads() && databaseRuns) {
            ledger.progress().ifPresent(load -> progress.observe(Duration.between(began, time.now()), load));
        }
        view.show(progress.frame());
        return states;
    }

    /** Only {@code inspect} counts restarts, so it is asked when a container is seen at it or not yet healthy. */
    private Map<String, Integer> restarts(List<ServiceState> states) {
        var suspects = states.stream()
                .filter(state -> state.state().equals("restarting")
                        || (state.isRunning() && state.health().equals("starting")))
                .toList();
        var details = docker.inspect(suspects.stream().map(ServiceState::id).toList());
        return suspects.stream()
                .collect(Collectors.toMap(ServiceState::id, state -> restarts(state, details), Math::max));
    }

    private static int restarts(ServiceState state, List<ContainerDetail> details) {
        return details.stream()
                .filter(detail -> detail.id().startsWith(state.id()))
                .mapToInt(ContainerDetail::restarts)
                .max()
                .orElse(0);
    }

    private boolean isOver(Verdict verdict, List<ServiceState> states) {
        if (verdict instanceof Verdict.ServicesFailed failed) {
            throw new FailureReport(compose, docker).services(failed.services(), states);
        }
        if (verdict instanceof Verdict.LoadsFailed failed) {
            throw new StackException(
                            Problem.LOAD_FAILED,
                            failed.failures().get(0),
                            "the monthly runs of Airflow, and waiting for another try",
                            "see './stack etl status', cure the file it names, then clear that run in Airflow")
                    .showing(failed.failures());
        }
        return verdict instanceof Verdict.Ready;
    }

    private StackException refused(StackProgress progress, Finished end, List<ServiceState> states) {
        StartRefusal.portIn(end).ifPresent(known -> {
            throw known;
        });
        progress.started();
        if (progress.verdict() instanceof Verdict.ServicesFailed failed) {
            return new FailureReport(compose, docker).services(StartRefusal.named(end, failed.services()), states);
        }
        return StartRefusal.other(end);
    }

    private StackException late(Verdict verdict, Duration limit, List<ServiceState> states) {
        var pending = verdict instanceof Verdict.Pending waiting ? waiting.lines() : List.<String>of();
        var services = states.stream()
                .map(ServiceState::service)
                .filter(service -> pending.stream().anyMatch(line -> line.startsWith(service + " (")))
                .distinct()
                .toList();
        var late = new StackException(
                Problem.NOT_IN_TIME,
                String.join("; ", pending) + " after " + limit.toSeconds() + " s. What was started keeps running.",
                "docker compose up -d",
                "watch it with './stack status', give it longer with './stack up --timeout', or stop it with"
                        + " './stack down'");
        return services.isEmpty()
                ? late
                : late.showing(new FailureReport(compose, docker)
                        .services(services, states)
                        .evidence());
    }
}
