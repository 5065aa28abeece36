package dev.datastack.cli.docker;

import java.util.List;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** One container of the project, as {@code docker compose ps -a} has it. */
public record ServiceState(
        String id,
        String container,
        String service,
        ContainerState state,
        ContainerHealth health,
        int exitCode,
        String status,
        List<Integer> ports) {

    static ServiceState from(JsonNode node) {
        var ports = StreamSupport.stream(node.path("Publishers").spliterator(), false)
                .map(publisher -> Json.number(publisher, "PublishedPort"))
                .filter(port -> port > 0)
                .distinct()
                .toList();
        return new ServiceState(
                Json.text(node, "ID"),
                Json.text(node, "Name"),
                Json.text(node, "Service"),
                ContainerState.of(Json.text(node, "State")),
                ContainerHealth.of(Json.text(node, "Health")),
                Json.number(node, "ExitCode"),
                Json.text(node, "Status"),
                ports);
    }

    public boolean isRunning() {
        return state == ContainerState.RUNNING;
    }
}
