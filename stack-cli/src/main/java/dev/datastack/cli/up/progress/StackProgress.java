package dev.datastack.cli.up.progress;

import dev.datastack.cli.airflow.RunProgress;
import dev.datastack.cli.docker.ComposeModel.Service;
import dev.datastack.cli.ledger.LoadProgress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A start as a state machine: observations go in, a frame and a verdict come out. It touches nothing outside. */
public final class StackProgress {
    static final String YEAR = "year 2013";

    private final List<Service> services;
    private final boolean loads;
    private final Patience patience;
    private final Movement movement = new Movement();
    private final Map<String, Duration> readyAt = new HashMap<>();
    private List<Seen> containers = List.of();
    private LoadProgress load = LoadProgress.NOTHING;
    private boolean loadKnown;
    private RunProgress runs = RunProgress.NOTHING;
    private Duration now = Duration.ZERO;
    private Upping upping = Upping.AT_WORK;

    /** {@code loads}: whether the year has to be in the warehouse as well. */
    public StackProgress(List<Service> services, boolean loads, Patience patience) {
        this.services = List.copyOf(services);
        this.loads = loads;
        this.patience = patience;
    }

    /** The time that has passed, and how Compose stands. */
    public void at(Duration elapsed, Upping newUpping) {
        now = elapsed;
        upping = newUpping;
    }

    public void observe(List<Seen> newContainers) {
        containers = List.copyOf(newContainers);
        moved();
        services.stream()
                .filter(service -> phase(service).phase() == Phase.READY)
                .forEach(service -> readyAt.putIfAbsent(service.name(), now));
    }

    public void observe(LoadProgress newLoad) {
        load = newLoad;
        loadKnown = true;
        moved();
        if (load.isComplete()) {
            readyAt.putIfAbsent(YEAR, now);
        }
    }

    public void observe(RunProgress newRuns) {
        runs = newRuns;
        moved();
    }

    private void moved() {
        var marks = containers.stream()
                .flatMap(seen ->
                        service(seen)
                                .map(service -> Movement.Mark.of(
                                        seen,
                                        ServicePhase.of(service, seen, upping).phase()))
                                .stream())
                .toList();
        movement.see(now, new Movement.Picture(marks, load, runs));
    }

    private Optional<Service> service(Seen seen) {
        return services.stream()
                .filter(service -> service.name().equals(seen.state().service()))
                .findFirst();
    }

    public boolean wantsLoads() {
        return loads && !load.isComplete();
    }

    public Frame frame() {
        return new Frame(now, lines());
    }

    public RunProgress runs() {
        return runs;
    }

    public Verdict verdict() {
        var failed = names(Phase.FAILED);
        if (!failed.isEmpty()) {
            return new Verdict.ServicesFailed(failed);
        }
        var looping = names(Phase.LOOPING);
        if (!looping.isEmpty() && movement.stillFor(now, patience.quiet())) {
            return new Verdict.ServicesFailed(looping);
        }
        if (yearFailed()) {
            return new Verdict.YearFailed(load.failures());
        }
        if (upping == Upping.DONE && pending().isEmpty()) {
            return new Verdict.Ready();
        }
        return patienceIsOver() ? new Verdict.GivenUp(pending()) : new Verdict.Pending();
    }

    public boolean patienceIsOver() {
        return now.compareTo(patience.time()) >= 0 && movement.stillFor(now, patience.quiet());
    }

    private boolean yearFailed() {
        var nothingLeft = runs.active() == 0 && load.waiting() == 0;
        return wantsLoads()
                && nothingLeft
                && !(load.failures().isEmpty() && runs.failed().isEmpty())
                && movement.stillFor(now, Patience.SETTLED);
    }

    /** How often something became ready: when that has grown, another {@code up} may get further. */
    public int ready() {
        return names(Phase.READY).size();
    }

    public boolean isOnItsWay() {
        return services.stream().anyMatch(service -> phase(service).phase().isOnItsWay());
    }

    /** All that has not been started waits for something that is not there yet. */
    public boolean isBlocked() {
        var waiting = services.stream()
                .filter(service -> phase(service).phase() == Phase.WAITING)
                .toList();
        return !waiting.isEmpty()
                && waiting.stream().noneMatch(service -> unmet(service).isEmpty());
    }

    private List<String> names(Phase phase) {
        return services.stream()
                .filter(service -> phase(service).phase() == phase)
                .map(Service::name)
                .toList();
    }

    private List<Line> pending() {
        return lines().stream().filter(line -> line.phase() != Phase.READY).toList();
    }

    private List<Line> lines() {
        var lines = new ArrayList<Line>();
        for (var service : services) {
            var phase = phase(service);
            lines.add(line(service.name(), phase.phase(), phase.detail()));
        }
        if (loads) {
            lines.add(line(
                    YEAR, load.isComplete() ? Phase.READY : Phase.STARTING, loadKnown ? load.text() : "not known yet"));
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
                .map(seen -> ServicePhase.of(service, seen, upping))
                .max(Comparator.comparing(phase -> rank(phase.phase())))
                .filter(phase -> !phase.equals(ServicePhase.CREATED))
                .orElseGet(() -> waiting(service));
    }

    private Stream<Seen> of(Service service) {
        return containers.stream().filter(seen -> seen.state().service().equals(service.name()));
    }

    private static int rank(Phase phase) {
        return switch (phase) {
            case READY -> 0;
            case STARTING -> 1;
            case UNHEALTHY -> 2;
            case LOOPING -> 3;
            case WAITING -> 4;
            case FAILED -> 5;
        };
    }

    private ServicePhase waiting(Service service) {
        var unmet = unmet(service);
        return new ServicePhase(
                Phase.WAITING, unmet.isEmpty() ? "not yet started" : "waits for " + String.join(", ", unmet));
    }

    private List<String> unmet(Service service) {
        return services.stream()
                .filter(need -> service.needs().containsKey(need.name()))
                .filter(need -> !isMet(need, service.needs().get(need.name())))
                .map(Service::name)
                .toList();
    }

    private boolean isMet(Service need, @Nullable String condition) {
        var phase = phase(need).phase();
        return phase == Phase.READY || ("service_started".equals(condition) && phase.isOnItsWay());
    }
}
