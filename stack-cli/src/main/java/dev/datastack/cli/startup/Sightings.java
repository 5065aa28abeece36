package dev.datastack.cli.startup;

import dev.datastack.cli.docker.ComposeModel.Service;
import dev.datastack.cli.docker.Container;
import dev.datastack.cli.docker.ContainerHealth;
import dev.datastack.cli.docker.ContainerTimes;
import dev.datastack.cli.docker.Docker;
import dev.datastack.cli.docker.ServiceState;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * When each container became healthy, noted while the engine still knows: it keeps five probes, and a look comes every two
 * seconds. Used by one thread at a time.
 */
public final class Sightings {
    /** {@code exact}: out of the health check's own log. */
    private record Healthy(Instant at, boolean exact) {}

    private final Docker docker;
    private final InstantSource clock;
    private final Map<String, Healthy> healthy = new HashMap<>();
    private Map<String, Container> before = Map.of();

    public Sightings(Docker docker, InstantSource clock) {
        this.docker = docker;
        this.clock = clock;
    }

    /** What was there before anything was started. */
    public synchronized void old(List<Container> containers) {
        before = containers.stream().collect(Collectors.toMap(Container::id, Function.identity(), (one, same) -> one));
    }

    /** Answers for how many it asked the engine. */
    public synchronized int look(List<ServiceState> states) {
        var news = states.stream()
                .filter(state -> state.isRunning() && state.health() == ContainerHealth.HEALTHY)
                .map(ServiceState::id)
                .filter(id -> healthy.keySet().stream().noneMatch(known -> known.startsWith(id)))
                .filter(id -> before.values().stream()
                        .noneMatch(old -> old.id().startsWith(id) && old.state().running()))
                .toList();
        var now = clock.instant();
        for (var times : docker.times(news)) {
            healthy.put(
                    times.id(),
                    times.firstHealthyKept().map(at -> new Healthy(at, true)).orElse(new Healthy(now, false)));
        }
        return news.size();
    }

    /** All services of the model, however far they came. */
    synchronized List<ServiceStart> services(List<Service> model, List<ServiceState> states) {
        var all = docker.times(states.stream().map(ServiceState::id).toList());
        return model.stream().map(service -> last(service, all)).toList();
    }

    /** Of several containers the one that was ready last speaks for the service, or one that is not. */
    private ServiceStart last(Service service, List<ContainerTimes> all) {
        var notReady = Instant.MAX;
        return all.stream()
                .filter(times -> times.service().equals(service.name()))
                .map(times -> seen(service, times))
                .max(Comparator.comparing(start -> start.ready().orElse(notReady)))
                .orElse(ServiceStarts.absent(service));
    }

    private ServiceStart seen(Service service, ContainerTimes times) {
        var old = Optional.ofNullable(before.get(times.id()));
        var ranBefore = old.filter(then -> then.state().running()
                        && ContainerTimes.time(then.state().startedAt()).equals(times.started()))
                .isPresent();
        var sameEnd = old.filter(then -> !then.state().running()
                        && ContainerTimes.time(then.state().startedAt()).equals(times.started()))
                .isPresent();
        if (sameEnd) {
            return ServiceStarts.absent(service);
        }
        var seen = Optional.ofNullable(healthy.get(times.id()));
        var start = ServiceStarts.of(service, times, seen.map(Healthy::at));
        return new ServiceStart(
                start.service(),
                start.kind(),
                ranBefore,
                start.needs(),
                old.isPresent() ? Optional.empty() : start.created(),
                start.started(),
                start.ready(),
                seen.map(Healthy::exact).orElse(true),
                start.exit(),
                start.restarts());
    }
}
