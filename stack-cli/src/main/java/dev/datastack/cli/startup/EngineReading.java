package dev.datastack.cli.startup;

import dev.datastack.cli.docker.Compose;
import dev.datastack.cli.docker.ComposeModel;
import dev.datastack.cli.docker.ComposeModel.Service;
import dev.datastack.cli.docker.ContainerTimes;
import dev.datastack.cli.docker.Docker;
import dev.datastack.cli.docker.ServiceState;
import dev.datastack.cli.startup.StartRecord.Outcome;
import dev.datastack.cli.startup.Unknown.Reason;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** A start that nobody watched, such as {@code docker compose up -d}: what the engine still knows of it, and what not. */
public final class EngineReading {
    /** A container that is made and started by the same command does not lie around for so long. */
    private static final Duration AT_ONCE = Duration.ofMinutes(1);

    /** Exit codes of what ended because it was told to: by itself, killed, by the signal. */
    private static final Set<Integer> STOPPED = Set.of(0, 137, 143);

    private final Compose compose;
    private final Docker docker;
    private final Instant now;

    public EngineReading(Compose compose, Docker docker, Instant now) {
        this.compose = compose;
        this.docker = docker;
        this.now = now;
    }

    /** Empty where no container of the project was ever started. */
    public Optional<StartRecord> read() {
        var model = compose.model();
        var ids = compose.states().stream().map(ServiceState::id).toList();
        var times = docker.times(ids).stream()
                .filter(container -> container.started().isPresent())
                .toList();
        return times.isEmpty() ? Optional.empty() : Optional.of(read(model, times));
    }

    private StartRecord read(ComposeModel model, List<ContainerTimes> times) {
        var made = first(times.stream().map(ContainerTimes::created));
        var first = first(times.stream().flatMap(container -> container.started().stream()));
        boolean fresh = Duration.between(made, first).compareTo(AT_ONCE) < 0;
        var began = fresh ? made : first;
        var unknowns = new ArrayList<Unknown>();
        unknowns.add(new Unknown("", Reason.PREPARATION));
        if (!fresh) {
            unknowns.add(new Unknown("", Reason.WAITING));
        }
        var all = model.running().stream()
                .map(service -> service(service, times, fresh))
                .toList();
        var again = new RanAgain(all, began);
        var services = all.stream().map(start -> again.without(start, unknowns)).toList();
        services.stream()
                .filter(start -> start.kind() == ServiceStart.Kind.PROBED
                        && start.started().isPresent()
                        && start.ready().isEmpty()
                        && start.exit().isEmpty())
                .forEach(start -> unknowns.add(new Unknown(start.service(), Reason.FIRST_HEALTHY)));
        var year = new YearTimes(compose).between(began, now);
        if (year.isEmpty() && model.service("etl-service").isPresent()) {
            unknowns.add(new Unknown("", Reason.YEAR));
        }
        var works = year.orElse(List.of());
        return new StartRecord(
                StartRecord.FORMAT,
                model.project(),
                began,
                Optional.of(began),
                end(began, services, works),
                Outcome.OBSERVED,
                "",
                List.of(),
                services,
                works,
                unknowns);
    }

    private static ServiceStart service(Service service, List<ContainerTimes> times, boolean fresh) {
        var start = times.stream()
                .filter(container -> container.service().equals(service.name()))
                .map(container -> ServiceStarts.of(service, container, container.firstHealthy()))
                .map(EngineReading::withoutStop)
                .max(Comparator.comparing(found -> found.ready().orElse(Instant.MAX)))
                .orElse(ServiceStarts.absent(service));
        return fresh ? start : start.withoutCreation();
    }

    /** What somebody stopped later had been started all the same. */
    private static ServiceStart withoutStop(ServiceStart start) {
        boolean stopped = start.kind() != ServiceStart.Kind.ONE_SHOT
                && start.exit().filter(exit -> STOPPED.contains(exit.code())).isPresent();
        return stopped ? start.withoutExit() : start;
    }

    private static Instant end(Instant began, List<ServiceStart> services, List<YearWork> works) {
        var ends = Stream.concat(
                services.stream().flatMap(start -> start.ready().or(start::started).stream()),
                works.stream().map(YearWork::to));
        return Stream.concat(Stream.of(began), ends)
                .max(Comparator.naturalOrder())
                .orElse(began);
    }

    private static Instant first(Stream<Instant> times) {
        return times.min(Comparator.naturalOrder()).orElse(Instant.EPOCH);
    }
}
