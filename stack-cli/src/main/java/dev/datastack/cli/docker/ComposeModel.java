package dev.datastack.cli.docker;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** The project as {@code docker compose config --format json} resolves it. */
public record ComposeModel(String project, List<Service> services) {

    /** {@code replicas} is 0 for a build-only service; a one-shot is one whose end another service waits for. */
    public record Service(
            String name,
            boolean oneShot,
            boolean probed,
            int replicas,
            boolean built,
            String image,
            Map<String, String> needs,
            List<Port> ports) {
        public boolean runs() {
            return replicas > 0;
        }
    }

    /** A port of the host. */
    public record Port(String service, String hostIp, int published, int target) {}

    public Optional<Service> service(String name) {
        return services.stream().filter(service -> service.name().equals(name)).findFirst();
    }

    public List<Service> running() {
        return services.stream().filter(Service::runs).toList();
    }

    /** A sentence on the first of these names that is none of a service here. */
    public static Optional<String> unknown(List<String> names, List<Service> here) {
        var known = here.stream().map(Service::name).toList();
        return names.stream()
                .filter(name -> !known.contains(name))
                .findFirst()
                .map(name -> "There is no service '" + name + "'; there are: " + String.join(", ", known));
    }

    public List<Port> ports() {
        return running().stream().flatMap(service -> service.ports().stream()).toList();
    }

    static ComposeModel from(JsonNode resolved) {
        var oneShots = oneShots(resolved);
        var services = new ArrayList<Service>();
        for (var entry : resolved.path("services").properties()) {
            var node = entry.getValue();
            var name = entry.getKey();
            var test = node.path("healthcheck").path("test");
            services.add(new Service(
                    name,
                    oneShots.contains(name),
                    !test.isMissingNode() && !test.path(0).asString("").equals("NONE"),
                    replicas(node),
                    node.has("build"),
                    Json.text(node, "image"),
                    needs(node),
                    ports(name, node)));
        }
        return new ComposeModel(Json.text(resolved, "name"), inStartOrder(services));
    }

    /** Compose lists them by name; whoever reads a list of services wants to see them as they start. */
    private static List<Service> inStartOrder(List<Service> services) {
        // By name: the JVM makes the hash code of a record at run time, which takes longer than all of this.
        var ordered = new LinkedHashMap<String, Service>();
        while (ordered.size() < services.size()) {
            var next = services.stream()
                    .filter(service -> !ordered.containsKey(service.name()))
                    .filter(service -> ordered.keySet().containsAll(known(service, services)))
                    .toList();
            // Compose refuses a circle of needs, so there is always a next one.
            (next.isEmpty() ? services : next).forEach(service -> ordered.putIfAbsent(service.name(), service));
        }
        return List.copyOf(ordered.values());
    }

    private static List<String> known(Service service, List<Service> services) {
        return services.stream()
                .map(Service::name)
                .filter(service.needs()::containsKey)
                .toList();
    }

    private static Set<String> oneShots(JsonNode resolved) {
        return resolved.path("services").properties().stream()
                .flatMap(entry -> needs(entry.getValue()).entrySet().stream())
                .filter(need -> need.getValue().equals("service_completed_successfully"))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private static Map<String, String> needs(JsonNode service) {
        var needs = new TreeMap<String, String>();
        for (var entry : service.path("depends_on").properties()) {
            needs.put(entry.getKey(), Json.text(entry.getValue(), "condition"));
        }
        return needs;
    }

    private static int replicas(JsonNode service) {
        return service.path("scale")
                .asInt(service.path("deploy").path("replicas").asInt(1));
    }

    private static List<Port> ports(String name, JsonNode service) {
        var ports = new ArrayList<Port>();
        for (var node : service.path("ports")) {
            int published = node.path("published").asInt(0);
            if (published > 0) {
                var host = node.path("host_ip").asString("0.0.0.0");
                ports.add(new Port(name, host, published, Json.number(node, "target")));
            }
        }
        return List.copyOf(ports);
    }
}
