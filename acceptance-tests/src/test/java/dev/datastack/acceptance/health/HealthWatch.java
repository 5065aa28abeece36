package dev.datastack.acceptance.health;

import dev.datastack.acceptance.stack.Container;
import dev.datastack.acceptance.stack.Project;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Looks at the engine's opinion of each service, again and again, and remembers who was unhealthy and why. */
final class HealthWatch {
    private final Project project;
    private final Map<String, Integer> starts;
    private final Set<String> unhealthy = new TreeSet<>();
    private final Map<String, Set<String>> reasons = new TreeMap<>();

    HealthWatch(Project project) {
        this.project = project;
        this.starts = asked(project).stream().collect(Collectors.toMap(Container::service, HealthWatch::starts));
    }

    private static Set<Container> asked(Project project) {
        return project.containers().stream()
                .filter(one -> !one.health().isEmpty())
                .collect(Collectors.toSet());
    }

    private static int starts(Container container) {
        return container.at("/RestartCount").asInt();
    }

    Set<String> services() {
        return starts.keySet();
    }

    boolean allAreHealthy() {
        return asked(project).stream().allMatch(one -> one.health().equals("healthy"));
    }

    /** Returns who was called unhealthy at this or an earlier look, or has ended and was started anew by the engine. */
    Set<String> look() {
        for (var container : asked(project)) {
            var service = container.service();
            var log = container.at("/State/Health/Log");
            StreamSupport.stream(log.spliterator(), false)
                    .filter(probe -> probe.path("ExitCode").asInt() != 0)
                    .map(probe -> probe.path("Output").asString().strip())
                    .forEach(reason -> reasons.computeIfAbsent(service, key -> new TreeSet<>())
                            .add(reason));
            if (container.health().equals("unhealthy") || starts(container) > starts.getOrDefault(service, 0)) {
                unhealthy.add(service);
            }
        }
        return Set.copyOf(unhealthy);
    }

    /** What failed probes of a service said. */
    Set<String> reasons(String service) {
        return reasons.getOrDefault(service, Set.of());
    }

    @Override
    public String toString() {
        return "unhealthy: " + unhealthy + ", said by probes: " + reasons;
    }
}
