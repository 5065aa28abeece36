package dev.datastack.cli.sandbox;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Changes a resolved project so that it runs beside the learner's own start of the same files: ports that the engine picks,
 * no fixed container, volume, network or image names, no fixed addresses. A container's name stays one of its names on its
 * networks. All else stays as it is written.
 */
public final class Isolation {
    /** On which addresses of this machine an isolated project publishes its ports. */
    public enum Addresses {
        /** Those that the project asks for: they are what is looked at. */
        AS_WRITTEN,
        /** None that another machine reaches. */
        LOOPBACK
    }

    private static final List<String> NAMED = List.of("volumes", "networks", "secrets", "configs");

    private final String name;
    private final ObjectNode model;
    private final Addresses addresses;
    private final Map<String, String> images = new LinkedHashMap<>();

    private Isolation(String name, ObjectNode model, Addresses addresses) {
        this.name = name;
        this.model = model;
        this.addresses = addresses;
    }

    static Isolation of(JsonNode resolved, String name, Addresses addresses) {
        var isolation = new Isolation(name, (ObjectNode) resolved.deepCopy(), addresses);
        isolation.change();
        return isolation;
    }

    ObjectNode model() {
        return model;
    }

    /** The images that will be built, by the service that builds each. */
    Map<String, String> built() {
        var built = new LinkedHashMap<String, String>();
        images.values().forEach(own -> built.put(own.substring(own.indexOf('/') + 1, own.lastIndexOf(':')), own));
        return built;
    }

    private void change() {
        model.put("name", name);
        var services = model.path("services");
        services.properties().stream()
                .filter(entry -> entry.getValue().has("build"))
                .forEach(entry -> images.putIfAbsent(
                        original(entry.getKey(), entry.getValue()), name + "/" + entry.getKey() + ":sandbox"));
        services.properties().forEach(entry -> service(entry.getKey(), (ObjectNode) entry.getValue()));
        for (var kind : NAMED) {
            model.path(kind).properties().forEach(entry -> {
                if (entry.getValue() instanceof ObjectNode resource) {
                    resource.remove(List.of("name", "ipam"));
                }
            });
        }
    }

    private void service(String service, ObjectNode node) {
        keepName(node);
        Optional.ofNullable(images.get(original(service, node))).ifPresent(own -> {
            node.put("image", own);
            // It is built before the start; a pull of that name could only fail.
            node.remove("pull_policy");
        });
        if (node.path("build") instanceof ObjectNode build) {
            build.remove("cache_from");
        }
        node.path("networks").forEach(network -> {
            if (network instanceof ObjectNode attachment) {
                attachment.remove(List.of("ipv4_address", "ipv6_address", "link_local_ips", "mac_address"));
            }
        });
        node.path("ports").forEach(port -> {
            if (port instanceof ObjectNode published) {
                published.remove("published");
                if (addresses == Addresses.LOOPBACK) {
                    published.put("host_ip", "127.0.0.1");
                }
            }
        });
    }

    private static void keepName(ObjectNode node) {
        var container = node.remove("container_name");
        if (container == null || !(node.path("networks") instanceof ObjectNode networks)) {
            return;
        }
        for (var network : List.copyOf(networks.propertyNames())) {
            var attachment = networks.get(network) instanceof ObjectNode there ? there : networks.putObject(network);
            attachment.withArray("aliases").add(container);
        }
    }

    /** Services that share an image go on sharing it. */
    private static String original(String service, JsonNode node) {
        var image = node.path("image").asString("");
        return image.isEmpty() ? "service:" + service : image;
    }
}
