package dev.datastack.cli.docker;

import java.util.Optional;

/** One line of {@code docker compose events --json}. */
public record ServiceEvent(String service, String action) {
    /** Nothing for a probe's own three events a time, which are most of the stream. */
    public static Optional<ServiceEvent> parse(String line) {
        if (!line.startsWith("{")) {
            return Optional.empty();
        }
        var node = Json.document(line);
        var action = Json.text(node, "action");
        return action.startsWith("exec_")
                ? Optional.empty()
                : Optional.of(new ServiceEvent(Json.text(node, "service"), action));
    }
}
