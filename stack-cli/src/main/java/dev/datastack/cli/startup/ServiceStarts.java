package dev.datastack.cli.startup;

import dev.datastack.cli.docker.ComposeModel.Service;
import dev.datastack.cli.docker.ContainerTimes;
import dev.datastack.cli.startup.ServiceStart.Exit;
import dev.datastack.cli.startup.ServiceStart.Kind;
import dev.datastack.cli.startup.ServiceStart.Need;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Makes service starts of what the Compose file and the engine say. */
final class ServiceStarts {
    private ServiceStarts() {}

    /** Nothing was seen of it. */
    static ServiceStart absent(Service service) {
        return new ServiceStart(
                service.name(),
                kind(service),
                false,
                needs(service),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                true,
                Optional.empty(),
                0);
    }

    /** {@code healthy} is when its health check said so for the first time. */
    static ServiceStart of(Service service, ContainerTimes times, Optional<Instant> healthy) {
        var over = times.over();
        var done = over.filter(end -> service.oneShot() && times.exitCode() == 0);
        return new ServiceStart(
                service.name(),
                kind(service),
                false,
                needs(service),
                Optional.of(times.created()),
                times.started(),
                switch (kind(service)) {
                    case ONE_SHOT -> done;
                    case PROBED -> healthy;
                    case PLAIN -> over.isPresent() ? Optional.empty() : times.started();
                },
                true,
                over.filter(end -> done.isEmpty()).map(end -> new Exit(end, times.exitCode())),
                times.restarts());
    }

    private static Kind kind(Service service) {
        if (service.oneShot()) {
            return Kind.ONE_SHOT;
        }
        return service.probed() ? Kind.PROBED : Kind.PLAIN;
    }

    private static Map<String, Need> needs(Service service) {
        return service.needs().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, need -> Need.of(need.getValue())));
    }
}
