package dev.datastack.cli.docker;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/**
 * What {@code docker image inspect} tells of an image; the layers are named by what is in them, the lowest first. The size
 * is left out: it is another thing in each image store.
 */
public record ImageDetail(
        String id,
        List<String> tags,
        String architecture,
        String operatingSystem,
        List<String> layers,
        Map<String, String> labels) {

    static ImageDetail from(JsonNode node) {
        return new ImageDetail(
                Json.text(node, "Id"),
                texts(node.path("RepoTags")),
                Json.text(node, "Architecture"),
                Json.text(node, "Os"),
                texts(node.path("RootFS").path("Layers")),
                labels(node.path("Config").path("Labels")));
    }

    private static Map<String, String> labels(JsonNode node) {
        return node.properties().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().asString("")));
    }

    private static List<String> texts(JsonNode node) {
        return StreamSupport.stream(node.spliterator(), false)
                .map(JsonNode::asString)
                .toList();
    }
}
