package dev.datastack.cli.grade;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Changes a resolved project so that it touches nothing of another: ports that the engine picks, no fixed container, volume,
 * network or image names. All else stays as the learner wrote it.
 */
final class Isolation {
    private final String name;
    private final ObjectNode model;
    private final Map<String, String> images = new LinkedHashMap<>();

    private Isolation(String name, ObjectNode model) {
        this.name = name;
        this.model = model;
    }

    static Isolation of(JsonNode resolved, String name) {
        var isolation = new Isolation(name, (ObjectNode) resolved.deepCopy());
        isolation.change();
        return isolation;
    }

    JsonNode model() {
        return model;
    }

    /** The images that will be built, by the service that builds each. */
    Map<String, String> built() {
        var built = new LinkedHashMap<String, String>();
        images.forEach((original, own) -> built.put(own.substring(own.indexOf('/') + 1, own.lastIndexOf(':')), own));
        return built;
    }

    private void change() {
        model.put("name", name);
        var services = model.path("services");
        services.properties().stream()
                .filter(entry -> entry.getValue().has("build"))
                .forEach(entry -> images.putIfAbsent(
                        original(entry.getKey(), entry.getValue()), name + "/" + entry.getKey() + ":graded"));
        services.properties().forEach(entry -> service(entry.getKey(), (ObjectNode) entry.getValue()));
        for (var kind : List.of("volumes", "networks")) {
            for (var entry : model.path(kind).properties()) {
                if (entry.getValue() instanceof ObjectNode resource) {
                    resource.put("name", name + "_" + entry.getKey());
                    resource.remove("external");
                }
            }
        }
    }

    private void service(String service, ObjectNode node) {
        node.remove("container_name");
        Optional.ofNullable(images.get(original(service, node))).ifPresent(own -> {
            node.put("image", own);
            // It is built before the start; a pull of that name could only fail.
            node.remove("pull_policy");
        });
        for (var port : node.path("ports")) {
            if (port instanceof ObjectNode published) {
                published.remove("published");
                published.put("host_ip", "127.0.0.1");
            }
        }
    }

    /** Services that share an image go on sharing it. */
    private static String original(String service, JsonNode node) {
        var image = node.path("image").asString("");
        return image.isEmpty() ? "service:" + service : image;
    }

    /** Folders of the copy in which the database of this service would keep its files. */
    static List<Path> dataFolders(JsonNode service, Path copy) {
        return StreamSupport.stream(service.path("volumes").spliterator(), false)
                .filter(volume -> volume.path("type").asString("").equals("bind"))
                .filter(volume -> volume.path("target").asString("").startsWith("/var/lib/postgresql"))
                .map(volume -> Path.of(volume.path("source").asString("")))
                .filter(source -> source.startsWith(copy) && !source.equals(copy))
                .toList();
    }
}
