package dev.datastack.cli.docker;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Something that happened to a container; the exit code is there when it ended. */
public record ServiceEvent(String container, Kind kind, OptionalInt exitCode) {
    /** What matters to who watches. */
    public enum Kind {
        ENDED,
        /** Somebody asked for its end, by {@code docker stop} or {@code docker kill}. */
        STOPPED,
        OUT_OF_MEMORY,
        OTHER
    }

    /** SIGINT, SIGQUIT, SIGKILL and SIGTERM; others, such as SIGHUP, only tell a program something. */
    private static final Set<String> ENDING = Set.of("2", "3", "9", "15");

    /** A line of {@code docker compose events --json}. Nothing for a probe's own three events a time. */
    public static Optional<ServiceEvent> parse(String line) {
        if (!line.startsWith("{")) {
            return Optional.empty();
        }
        try {
            var node = Json.document(line);
            return event(Json.text(node, "id"), Json.text(node, "action"), node.path("attributes"));
        } catch (NotJsonException e) {
            // A line that was cut off: the next one is as good.
            return Optional.empty();
        }
    }

    /** One of {@code docker events}, which words the same differently. */
    static Optional<ServiceEvent> ofEngine(JsonNode node) {
        var actor = node.path("Actor");
        return event(Json.text(actor, "ID"), Json.text(node, "Action"), actor.path("Attributes"));
    }

    private static Optional<ServiceEvent> event(String container, String action, JsonNode attributes) {
        return switch (action.split("[_:]", 2)[0]) {
            case "exec" -> Optional.empty();
            case "die" ->
                Optional.of(
                        new ServiceEvent(container, Kind.ENDED, OptionalInt.of(Json.number(attributes, "exitCode"))));
            case "stop" -> Optional.of(new ServiceEvent(container, Kind.STOPPED, OptionalInt.empty()));
            case "kill" ->
                Optional.of(new ServiceEvent(
                        container,
                        ENDING.contains(Json.text(attributes, "signal")) ? Kind.STOPPED : Kind.OTHER,
                        OptionalInt.empty()));
            case "oom" -> Optional.of(new ServiceEvent(container, Kind.OUT_OF_MEMORY, OptionalInt.empty()));
            default -> Optional.of(new ServiceEvent(container, Kind.OTHER, OptionalInt.empty()));
        };
    }
}
