package dev.datastack.cli.docker;

import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** What only {@code docker inspect} tells of a container. */
public record ContainerDetail(
        String id, boolean outOfMemory, int restarts, long memoryLimit, int exitCode, String error, String lastProbe) {

    static ContainerDetail from(JsonNode node) {
        var state = node.path("State");
        return new ContainerDetail(
                Json.text(node, "Id"),
                state.path("OOMKilled").asBoolean(false),
                Json.number(node, "RestartCount"),
                node.path("HostConfig").path("Memory").asLong(0),
                Json.number(state, "ExitCode"),
                Json.text(state, "Error"),
                lastProbe(state));
    }

    private static String lastProbe(JsonNode state) {
        return StreamSupport.stream(state.path("Health").path("Log").spliterator(), false)
                .map(entry -> Json.text(entry, "Output").strip())
                .filter(output -> !output.isEmpty())
                .reduce((earlier, later) -> later)
                .orElse("");
    }
}
