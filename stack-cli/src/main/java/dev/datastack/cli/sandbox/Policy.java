package dev.datastack.cli.sandbox;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Looks through a whole project as Compose resolves it, before anything of it is built or started. */
final class Policy {
    /** What a bridge of the project's own may be told; others name interfaces and addresses of this machine. */
    private static final Set<String> BRIDGE_OPTIONS = Set.of(
            "com.docker.network.driver.mtu",
            "com.docker.network.bridge.enable_icc",
            "com.docker.network.bridge.enable_ip_masquerade",
            "com.docker.network.bridge.gateway_mode_ipv4",
            "com.docker.network.bridge.gateway_mode_ipv6");

    private final Borders borders;
    private final Bounds bounds;

    private Policy(Borders borders, Bounds bounds) {
        this.borders = borders;
        this.bounds = bounds;
    }

    /** What reaches beyond the project; empty when nothing does. */
    static List<Refusal> refusals(JsonNode resolved, Path folder, List<LeftOut> leftOut, Bounds bounds) {
        var borders = new Borders(folder, leftOut);
        new Policy(borders, bounds).look(resolved);
        return borders.refusals();
    }

    private void look(JsonNode project) {
        var services = project.path("services");
        // docker compose would take it for an option of its own.
        services.propertyNames().stream()
                .filter(name -> name.startsWith("-"))
                .forEach(name -> borders.refuse("services", name, Reach.OPTION));
        services.properties().forEach(entry -> new ServicePolicy(borders, entry.getKey()).look(entry.getValue()));
        long containers = services.valueStream().mapToLong(Policy::containers).sum();
        if (containers > bounds.containers()) {
            borders.refuse("services", containers + " containers", Reach.NUMBER);
        }
        project.path("networks").properties().forEach(entry -> network("network " + entry.getKey(), entry.getValue()));
        project.path("volumes").properties().forEach(entry -> volume("volume " + entry.getKey(), entry.getValue()));
        for (var kind : List.of("secrets", "configs")) {
            project.path(kind).properties().forEach(entry -> file(kind + " " + entry.getKey(), entry.getValue()));
        }
        if (!project.path("models").isEmpty()) {
            borders.refuse("the file", "models", Reach.PROGRAM);
        }
    }

    private static long containers(JsonNode service) {
        return service.path("scale")
                .asLong(service.path("deploy").path("replicas").asLong(1));
    }

    private void external(String where, JsonNode declared) {
        var external = declared.path("external");
        if (external.isObject() || external.asBoolean(false)) {
            borders.refuse(where, "external", Reach.RESOURCE);
        }
    }

    private void network(String where, JsonNode network) {
        external(where, network);
        var driver = network.path("driver").asString("");
        if (!driver.isEmpty() && !driver.equals("bridge")) {
            borders.refuse(where, "driver: " + driver, Reach.NAMESPACE);
        }
        network.path("driver_opts").propertyNames().stream()
                .filter(option -> !BRIDGE_OPTIONS.contains(option))
                .forEach(option -> borders.refuse(where, "driver_opts: " + option, Reach.NAMESPACE));
    }

    /** With options the local driver mounts anything: a folder of this machine, a disk, a share of the network. */
    private void volume(String where, JsonNode volume) {
        external(where, volume);
        var driver = volume.path("driver").asString("");
        if (!driver.isEmpty() && !driver.equals("local")) {
            borders.refuse(where, "driver: " + driver, Reach.UNKNOWN);
        }
        var options = volume.path("driver_opts");
        if (!options.isEmpty() && !options.path("type").asString("").equals("tmpfs")) {
            borders.refuse(where, "driver_opts", Reach.OUTSIDE);
        }
        if (volume.has("cluster")) {
            borders.refuse(where, "cluster", Reach.UNKNOWN);
        }
    }

    private void file(String where, JsonNode declared) {
        external(where, declared);
        for (var driver : List.of("driver", "template_driver")) {
            if (declared.has(driver)) {
                borders.refuse(where, driver, Reach.UNKNOWN);
            }
        }
        if (declared.has("file")) {
            borders.path(where, "file", declared.path("file").asString(""));
        }
    }
}
