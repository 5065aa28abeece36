package dev.datastack.cli.course.check;

import dev.datastack.cli.course.lab.LabProject;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** What the engine says of a service's health, and the probes behind it, of which it keeps the last five. */
record Health(String state, List<Probe> probes) {
    static final String HEALTHY = "healthy";

    /** One run of the test in the container. */
    record Probe(Instant start, int exitCode, String output) {
        static Probe of(JsonNode probe) {
            return new Probe(
                    OffsetDateTime.parse(probe.path("Start").asString("")).toInstant(),
                    probe.path("ExitCode").asInt(1),
                    Told.shortened(probe.path("Output").asString("")));
        }

        String words() {
            return "exit code " + exitCode + (output.isEmpty() ? "" : ": " + output);
        }
    }

    static Health of(LabProject project, String service) {
        return project.inspect(service)
                .map(container -> of(container.path("State")))
                .orElseGet(() -> new Health("absent", List.of()));
    }

    static Health of(JsonNode state) {
        var health = state.path("Health").path("Status").asString("");
        return new Health(
                health.isEmpty() ? state.path("Status").asString("") + ", without a health check" : health,
                StreamSupport.stream(state.path("Health").path("Log").spliterator(), false)
                        .map(Probe::of)
                        .toList());
    }

    /**
     * A probe that began after the earlier look has succeeded. The first new one does not count: it may have been under way
     * during that look, and the engine tells of a probe when it has ended.
     */
    boolean succeededSince(Health earlier) {
        var last = earlier.probes().stream().map(Probe::start).reduce(Instant.MIN, (one, other) -> other);
        return HEALTHY.equals(state)
                && probes.stream()
                        .filter(probe -> probe.start().isAfter(last))
                        .skip(1)
                        .anyMatch(probe -> probe.exitCode() == 0);
    }

    String words() {
        return probes.isEmpty()
                ? state
                : state + "; its last probe: " + probes.get(probes.size() - 1).words();
    }
}
