package dev.datastack.cli.progress;

import dev.datastack.cli.docker.ComposeModel.Service;
import dev.datastack.cli.docker.ServiceState;
import dev.datastack.cli.ledger.LoadProgress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A start as a state machine: observations go in, a frame and a verdict come out. It touches nothing outside. */
public final class StackProgress {
    /** Airflow tries a failed load again, so one is final only when nothing has moved for so long. */
    private static final Duration STILL = Duration.ofSeconds(60);

    private static final String YEAR = "year 2013";

    private final List<Service> services;
    private final boolean loads;
    private final Map<String, Duration> readyAt = new HashMap<>();
    private List<ServiceState> states = List.of();
    private Map<String, Integer> restarts = Map.of();
    private LoadProgress load = LoadProgress.NOTHING;
    private Duration loadMoved = Duration.ZERO;
    private Duration now = Duration.ZERO;
    private boolean started;

    /** {@code loads}: whether the year has to be in the warehouse as well. */
    public StackProgress(List<Service> services, boolean loads) {
        this.services = List.copyOf(services);
        this.loads = loads;
    }

    /** Compose has returned: what has ended by now has ended in this start. */
    public void started() {
        started = true;
    }

    public void observe(Duration elapsed, List<ServiceState> newStates, Map<String, Integer> newRestarts) {
        now = elapsed;
        states = newStates;
        restarts = newRestarts;
        lines().stream()
                .filter(line -> line.phase() == Phase.READY)
                .forEach(line -> readyAt.putIfAbsent(line.name(), elapsed));
    }

    public void observe(Duration elapsed, LoadProgress newLoad) {
        now = elapsed;
        if (!newLoad.equals(load)) {
            loadMoved = elapsed;
        }
        load = newLoad;
        if (load.isComplete()) {
            readyAt.putIfAbsent(YEAR, elapsed);
        }
    }

    public boolean wantsLoads() {
        return loads && !load.isComplete();
    }

    public Frame frame() {
        return new Frame(now, lines());
    }

    public Verdict verdict() {
        var failed = names(Phase.FAILED);
        if (!failed.isEmpty()) {
            return new Verdict.ServicesFailed(failed);
        }
        if (wantsLoads() && !load.failures().isEmpty() && now.minus(loadMoved).compareTo(STILL) >= 0) {
            return new Verdict.LoadsFailed(load.failures());
        }
        var ready = started && lines().stream().allMatch(line -> line.phase() == Phase.READY);
        return ready ? new Verdict.Ready() : new Verdict.Pending(pending());
    }

    private List<String> names(Phase phase) {
        return lines().stream()
                .filter(line -> line.phase() == phase)
                .map(Line::name)
                .toList();
    }

    private List<String> pending() {
        return lines().stream()
                .filter(line -> line.phase() != Phase.READY)
                .map(line -> line.name() + " (" + line.detail() + ")")
                .toList();
    }

    private List<Line> lines() {
        var lines = new ArrayList<Line>();
        for (var service : services) {
            var phase = phase(service);
            lines.add(line(service.name(), phase.phase(), phase.detail()));
        }
        if (loads) {
            lines.add(line(YEAR, load.isComplete() ? Phase.READY : Phase.STARTING, load.text()));
        }
        return lines;
    }

    private Line line(String name, Phase phase, String detail) {
        var at = phase == Phase.READY ? Optional.ofNullable(readyAt.get(name)) : Optional.<Duration>empty();
        return new Line(name, phase, detail, at);
    }

    /** Of several containers of a service the one that is furthest behind speaks for it. */
    private ServicePhase phase(Service service) {
        return of(service)
                .map(state -> ServicePhase.of(service, state, restarts.getOrDefault(state.id(), 0), started))
                .max(Comparator.comparing(phase -> rank(phase.phase())))
                .filter(phase -> !phase.detail().equals("created"))
                .orElseGet(() -> waiting(service));
    }

    private java.util.stream.Stream<ServiceState> of(Service service) {
        return states.stream().filter(state -> state.service().equals(service.name()));
    }

    private static int rank(Phase phase) {
        return switch (phase) {
            case READY -> 0;
            case STARTING -> 1;
            case WAITING -> 2;
            case FAILED -> 3;
        };
    }

    private ServicePhase waiting(Service service) {
        var unmet = service.needs().keySet().stream()
                .filter(need -> !readyAt.containsKey(need))
                .toList();
        return new ServicePhase(
                Phase.WAITING, unmet.isEmpty() ? "not yet started" : "waits for " + String.join(", ", unmet));
    }
}
