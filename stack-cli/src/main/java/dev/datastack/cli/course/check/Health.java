package dev.datastack.cli.course.check;

import dev.datastack.cli.course.lab.LabProject;
import dev.datastack.cli.docker.Container;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;

/** What the engine says of a service's health, and the probes behind it, of which it keeps the last five. */
record Health(String state, List<Probe> probes) {
    static final String HEALTHY = "healthy";

    /** One run of the test in the container. */
    record Probe(Instant start, int exitCode, String output) {
        static Probe of(Container.Probe probe) {
            return new Probe(
                    OffsetDateTime.parse(probe.start()).toInstant(), probe.exitCode(), Told.shortened(probe.output()));
        }

        String words() {
            return "exit code " + exitCode + (output.isEmpty() ? "" : ": " + output);
        }
    }

    static Health of(LabProject project, String service) {
        return project.container(service)
                .map(container -> of(container.state()))
                .orElseGet(() -> new Health("absent", List.of()));
    }

    static Health of(Container.State state) {
        var health = state.health().status().word();
        return new Health(
                health.isEmpty() ? state.status().word() + ", without a health check" : health,
                state.health().log().stream().map(Probe::of).toList());
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
