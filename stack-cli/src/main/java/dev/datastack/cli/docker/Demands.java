package dev.datastack.cli.docker;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What the Compose file asks the engine to give a service: bytes of memory and processors, each 0 where it has no limit, and
 * the networks by the engine's names.
 */
public record Demands(String service, long memory, double cpus, List<String> networks, String restart) {

    /** Whether it ends by itself, as far as the Compose file says so. */
    public boolean isOneShot() {
        return restart.equals("no");
    }

    /** One for each service that runs. */
    public static List<Demands> of(Compose compose) {
        var resolved = compose.resolved();
        var networks = resolved.path("networks");
        var demands = new ArrayList<Demands>();
        for (var service : compose.model().running()) {
            var node = resolved.path("services").path(service.name());
            var limits = node.path("deploy").path("resources").path("limits");
            demands.add(new Demands(
                    service.name(),
                    limits.path("memory").asLong(0),
                    limits.path("cpus").asDouble(0),
                    node.path("networks").properties().stream()
                            .map(Map.Entry::getKey)
                            .map(key -> Json.text(networks.path(key), "name"))
                            .toList(),
                    Json.text(node, "restart")));
        }
        return List.copyOf(demands);
    }
}
