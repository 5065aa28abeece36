package dev.datastack.acceptance.repository;

import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** The pods that one Deployment or StatefulSet makes. */
record Pod(JsonNode owner, JsonNode labels, JsonNode spec) {
    static Pod of(JsonNode owner) {
        return new Pod(owner, owner.at("/spec/template/metadata/labels"), owner.at("/spec/template/spec"));
    }

    /** The containers that stay. */
    List<JsonNode> containers() {
        return elements(spec.path("containers")).toList();
    }

    /** These, and those that end before. */
    List<JsonNode> allContainers() {
        return Stream.concat(elements(spec.path("initContainers")), elements(spec.path("containers")))
                .toList();
    }

    /** Whether a selector of labels that must be equal finds these pods. */
    boolean isFoundBy(JsonNode selector) {
        return selector.propertyStream()
                .allMatch(wanted -> labels.path(wanted.getKey()).equals(wanted.getValue()));
    }

    List<JsonNode> volumes() {
        return elements(spec.path("volumes")).toList();
    }

    /** The names of the claims among them. */
    List<String> claims() {
        return volumes().stream()
                .map(volume -> volume.at("/persistentVolumeClaim/claimName").asString(""))
                .filter(name -> !name.isEmpty())
                .toList();
    }

    static Stream<JsonNode> elements(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    @Override
    public String toString() {
        return Manifests.name(owner);
    }
}
