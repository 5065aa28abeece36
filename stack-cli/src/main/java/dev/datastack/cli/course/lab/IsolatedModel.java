package dev.datastack.cli.course.lab;

import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The learner's project as {@code docker compose config} resolves it, without what ties it to this machine: fixed host
 * ports, and fixed names of containers, images, volumes, networks. So a check runs beside the learner's own start of the
 * same file, and cannot touch its data.
 */
final class IsolatedModel {
    private static final List<String> NAMED = List.of("volumes", "networks", "secrets", "configs");

    private IsolatedModel() {}

    static String of(String resolved) {
        var model = (ObjectNode) JsonMapper.shared().readTree(resolved);
        model.remove("name");
        model.path("services").forEach(service -> isolate((ObjectNode) service));
        NAMED.forEach(
                kind -> model.path(kind).properties().forEach(entry -> own(kind, entry.getKey(), entry.getValue())));
        return JsonMapper.shared().writeValueAsString(model);
    }

    private static void isolate(ObjectNode service) {
        service.remove("container_name");
        if (service.has("build")) {
            service.remove("image");
        }
        // The engine chooses a free port; the address it listens on stays the learner's.
        service.path("ports").forEach(port -> ((ObjectNode) port).remove("published"));
    }

    private static void own(String kind, String name, JsonNode declared) {
        if (!(declared instanceof ObjectNode object)) {
            return;
        }
        if (object.path("external").asBoolean(false)) {
            throw LabException.saying("'" + name + "' of " + kind + " is external: an exercise brings its own");
        }
        object.remove(List.of("name", "ipam"));
    }
}
