package dev.datastack.acceptance.builds;

import dev.datastack.acceptance.stack.Shell;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An image, as {@code docker image inspect} shows it. */
record Image(String name, JsonNode inspected) {
    static Image of(String name, Shell shell) {
        var told = shell.output("docker", "image", "inspect", name);
        return new Image(name, JsonMapper.shared().readTree(told).get(0));
    }

    String id() {
        return text("/Id");
    }

    /** Digests of what the layers unpack to, the lowest first. */
    List<String> layers() {
        return texts("/RootFS/Layers");
    }

    String text(String pointer) {
        return inspected.at(pointer).asString("");
    }

    List<String> texts(String pointer) {
        return StreamSupport.stream(inspected.at(pointer).spliterator(), false)
                .map(JsonNode::asString)
                .toList();
    }

    /** Labels that say what the image is; Compose's own say who built it. */
    Map<String, String> labels() {
        var labels = new TreeMap<String, String>();
        inspected.at("/Config/Labels").forEachEntry((label, value) -> {
            if (!label.startsWith("com.docker.compose.")) {
                labels.put(label, value.asString());
            }
        });
        return labels;
    }

    @Override
    public String toString() {
        return name;
    }
}
