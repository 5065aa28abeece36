package dev.datastack.cli.docker;

import java.util.List;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/**
 * What only {@code docker inspect} tells of a container. The exit code and {@code outOfMemory} are of its last end, and are
 * taken back when it starts again; {@code comesBack}: the engine starts it again unless somebody stopped it; {@code finishedAt} is the engine's time of that end, and tells one end from another.
 */
public record ContainerDetail(
        String id,
        boolean comesBack,
        boolean outOfMemory,
        int restarts,
        long memoryLimit,
        int exitCode,
        String finishedAt,
        String error,
        String lastProbe) {
    private static final List<String> COMES_BACK = List.of("always", "unless-stopped");

    static ContainerDetail from(JsonNode node) {
        var state = node.path("State");
        return new ContainerDetail(
                Json.text(node, "Id"),
                COMES_BACK.contains(Json.text(node.path("HostConfig").path("RestartPolicy"), "Name")),
                state.path("OOMKilled").asBoolean(false),
                Json.number(node, "RestartCount"),
                node.path("HostConfig").path("Memory").asLong(0),
                Json.number(state, "ExitCode"),
                Json.text(state, "FinishedAt"),
                Json.text(state, "Error"),
                lastProbe(state));
    }

    /** Compose cuts ids short. */
    public boolean isOf(ServiceState container) {
        return id.startsWith(container.id());
    }

    private static String lastProbe(JsonNode state) {
        return StreamSupport.stream(state.path("Health").path("Log").spliterator(), false)
                .map(entry -> Json.text(entry, "Output").strip())
                .filter(output -> !output.isEmpty())
                .reduce((earlier, later) -> later)
                .orElse("");
    }
}
