package dev.datastack.cli.sandbox;

import java.nio.file.Path;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Looks through how an image is built: sources and Dockerfile from the project, no rights, no keys, no foreign names. */
final class BuildPolicy {
    private static final Set<String> WITHIN = Set.of(
            "args",
            "cache_from",
            "dockerfile_inline",
            "extra_hosts",
            "labels",
            "no_cache",
            "no_cache_filter",
            "platforms",
            "provenance",
            "pull",
            "sbom",
            "secrets",
            "shm_size",
            "target",
            "ulimits");

    private final Borders borders;
    private final String where;

    BuildPolicy(Borders borders, String service) {
        this.borders = borders;
        this.where = service + ", build";
    }

    void look(JsonNode build) {
        for (var entry : build.properties()) {
            var value = entry.getValue();
            if (!value.isNull() && !(value.isContainer() && value.isEmpty())) {
                look(entry.getKey(), value, build.path("context").asString("."));
            }
        }
    }

    private void look(String setting, JsonNode value, String context) {
        switch (setting) {
            case "context" -> borders.path(where, setting, context);
            case "dockerfile" -> dockerfile(context, value.asString(""));
            case "additional_contexts" ->
                value.properties().forEach(entry -> additional(entry.getValue().asString("")));
            case "tags", "cache_to" -> borders.refuse(where, setting, Reach.IMAGE);
            case "ssh" -> borders.refuse(where, setting, Reach.KEYS);
            case "privileged", "entitlements" -> refuseIfSet(setting, value, Reach.MACHINE);
            case "network" -> network(value.asString(""));
            default -> {
                if (!WITHIN.contains(setting)) {
                    borders.refuse(where, setting, Reach.UNKNOWN);
                }
            }
        }
    }

    private void refuseIfSet(String setting, JsonNode value, Reach reach) {
        if (!value.isBoolean() || value.asBoolean()) {
            borders.refuse(where, setting, reach);
        }
    }

    /** Of a context that is an address the context is refused, with its Dockerfile. */
    private void dockerfile(String context, String file) {
        if (Path.of(context).isAbsolute() || file.contains("://")) {
            borders.path(where, "dockerfile", file.contains("://") ? file : context + "/" + file);
        }
    }

    private void additional(String context) {
        if (!context.startsWith("service:") && !context.startsWith("docker-image://")) {
            borders.path(where, "additional_contexts", context);
        }
    }

    private void network(String network) {
        if (network.equals("host")) {
            borders.refuse(where, "network: host", Reach.NAMESPACE);
        } else if (!network.isEmpty() && !network.equals("none") && !network.equals("default")) {
            borders.refuse(where, "network: " + network, Reach.RESOURCE);
        }
    }
}
