package dev.datastack.cli.sandbox;

import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Limits on top of those that a project has of its own: the smaller of both counts. Its logs are bounded and stay on this
 * machine, and none of its containers takes longer than a moment to stop: not even one with a hook before its end.
 */
final class Restraint {
    private static final String STOP = "5s";

    private final Bounds bounds;
    private final double cpus;

    /** {@code cpus} is how many the engine has: it refuses a larger limit. */
    Restraint(Bounds bounds, double cpus) {
        this.bounds = bounds;
        this.cpus = cpus;
    }

    void on(ObjectNode model) {
        model.path("services").forEach(service -> restrain((ObjectNode) service));
    }

    private void restrain(ObjectNode service) {
        var limits = limits(service);
        limits.put("memory", String.valueOf(smaller(bytes(service, limits), bounds.memory())));
        limits.put("pids", smaller(Math.max(pids(service, limits), 0), bounds.pids()));
        // A quota is the same limit in other words, and the engine takes only one of both.
        if (!service.has("cpu_quota")) {
            var own = service.path("cpus").asDouble(limits.path("cpus").asDouble(0));
            limits.put("cpus", String.valueOf(own > 0 ? Math.min(own, cpus) : cpus));
        }
        service.remove(List.of("mem_limit", "pids_limit", "cpus", "oom_kill_disable", "oom_score_adj", "pre_stop"));
        service.put("stop_grace_period", STOP);
        service.putObject("logging")
                .put("driver", "json-file")
                .putObject("options")
                .put("max-size", bounds.log());
    }

    private static ObjectNode limits(ObjectNode service) {
        return service.withObject("/deploy/resources/limits");
    }

    private static long bytes(JsonNode service, JsonNode limits) {
        return service.path("mem_limit").asLong(limits.path("memory").asLong(0));
    }

    private static long pids(JsonNode service, JsonNode limits) {
        return service.path("pids_limit").asLong(limits.path("pids").asLong(0));
    }

    private static long smaller(long own, long ours) {
        return own > 0 ? Math.min(own, ours) : ours;
    }
}
