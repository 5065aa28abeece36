package dev.datastack.cli.explain.startup;

import dev.datastack.cli.explain.startup.CriticalPath.Step;
import dev.datastack.cli.explain.startup.Phase.Part;
import dev.datastack.cli.startup.ServiceStart;
import dev.datastack.cli.startup.StartRecord;
import java.time.Duration;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A start in sums. Those of the parts are along the critical path, so that together they are the total. */
record Summary(StartRecord start, List<Step> path, Map<Part, Duration> parts, Optional<Slowest> slowest) {
    /** The service that took longest by itself, without what it waited for. */
    record Slowest(String service, Duration took) {}

    static Summary of(StartRecord start) {
        var path = CriticalPath.of(start);
        var parts = new EnumMap<Part, Duration>(Part.class);
        path.stream()
                .flatMap(step -> step.pieces().stream())
                .forEach(piece -> parts.merge(piece.phase().part(), piece.took(), Duration::plus));
        var slowest = start.services().stream()
                .flatMap(service -> own(service).stream())
                .max(Comparator.comparing(Slowest::took));
        return new Summary(start, path, parts, slowest);
    }

    private static Optional<Slowest> own(ServiceStart service) {
        return service.ranBefore() ? Optional.empty() : took(service).map(time -> new Slowest(service.service(), time));
    }

    /** From the container's start until it was ready. */
    static Optional<Duration> took(ServiceStart service) {
        return service.started().flatMap(from -> service.ready().map(to -> Duration.between(from, to)));
    }

    Duration part(Part part) {
        return parts.getOrDefault(part, Duration.ZERO);
    }
}
