package dev.datastack.cli.status;

import java.util.List;

/**
 * One service; the probe is what its health check printed last, {@code cause} what became of it where it is not well or
 * keeps restarting. {@code startedAt} is the engine's time, {@code restarts} how often the engine started it again; memory
 * and cpu are empty unless asked for.
 */
public record ServiceStatus(
        String service,
        String state,
        String health,
        boolean well,
        String probe,
        String cause,
        String cure,
        String startedAt,
        int restarts,
        List<Integer> ports,
        List<String> links,
        String memory,
        String cpu) {
    static ServiceStatus absent(String service) {
        return new ServiceStatus(service, "absent", "", false, "", "", "", "", 0, List.of(), List.of(), "", "");
    }

    /** In a few words, for a line of a log. */
    String words() {
        return state + (health.isEmpty() ? "" : ", " + health) + (restarts > 0 ? ", restarts: " + restarts : "");
    }
}
