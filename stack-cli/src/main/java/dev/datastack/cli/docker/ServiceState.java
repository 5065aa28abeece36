package dev.datastack.cli.docker;

import static java.util.Objects.requireNonNullElse;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** One container of the project, as {@code docker compose ps -a} has it; {@code name} is the container's. */
public record ServiceState(
        String id,
        String name,
        String service,
        ContainerState state,
        ContainerHealth health,
        int exitCode,
        String status,
        List<Publisher> publishers) {

    /** A port of the host, 0 where the container's is not published. */
    public record Publisher(int publishedPort) {}

    public ServiceState {
        state = requireNonNullElse(state, ContainerState.UNKNOWN);
        health = requireNonNullElse(health, ContainerHealth.NONE);
    }

    public List<Integer> ports() {
        return publishers.stream()
                .map(Publisher::publishedPort)
                .filter(port -> port > 0)
                .distinct()
                .toList();
    }

    /** The services that have a running container, each once. */
    public static Set<String> runningServices(List<ServiceState> states) {
        return states.stream()
                .filter(ServiceState::isRunning)
                .map(ServiceState::service)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    public boolean isRunning() {
        return state == ContainerState.RUNNING;
    }
}
