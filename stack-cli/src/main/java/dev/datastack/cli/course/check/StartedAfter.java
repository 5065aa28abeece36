package dev.datastack.cli.course.check;

import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.datastack.cli.course.lab.Lab;
import dev.datastack.cli.course.lab.LabException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** A service started after another was first probed healthy, or after that other had ended. */
@JsonTypeName("started-after")
record StartedAfter(String name, String service, String other) implements ProjectCheck {
    @Override
    public Finding look(Lab lab) {
        var started = Instant.parse(state(lab, service).path("StartedAt").asString(""));
        var expected = service + " started after " + other + " was healthy, or had ended well";
        return ready(state(lab, other))
                .map(ready -> new Finding(!started.isBefore(ready), words(started, ready), expected))
                .orElse(new Finding(false, other + neither(state(lab, other)), expected));
    }

    private String words(Instant started, Instant ready) {
        var distance = Duration.between(ready, started);
        return service + " started " + distance.abs().toMillis() + " ms " + (distance.isNegative() ? "before" : "after")
                + " that";
    }

    private static String neither(JsonNode state) {
        return state.path("Health").isMissingNode()
                ? " has no health check, and had not ended well"
                : " was neither healthy nor did it end well";
    }

    private static JsonNode state(Lab lab, String name) {
        return lab.project()
                .inspect(name)
                .map(node -> node.path("State"))
                .orElseThrow(() -> LabException.saying("the service " + name + " has no container"));
    }

    /** The engine keeps the last five probes, so this is asked soon after the start. */
    private static Optional<Instant> ready(JsonNode state) {
        if (state.path("Status").asString("").equals("exited")
                && state.path("ExitCode").asInt() == 0) {
            return Optional.of(Instant.parse(state.path("FinishedAt").asString("")));
        }
        return StreamSupport.stream(state.path("Health").path("Log").spliterator(), false)
                .filter(probe -> probe.path("ExitCode").asInt(1) == 0)
                .map(probe -> java.time.OffsetDateTime.parse(probe.path("End").asString(""))
                        .toInstant())
                .findFirst();
    }
}
