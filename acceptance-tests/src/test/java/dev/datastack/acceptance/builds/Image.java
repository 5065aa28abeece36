package dev.datastack.acceptance.builds;

import dev.datastack.acceptance.stack.Shell;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An image, as {@code docker image inspect} shows it. */
record Image(String name, JsonNode inspected, List<String> steps) {
    private static final Pattern MAKES_A_LAYER = Pattern.compile("(COPY|RUN|ADD|WORKDIR) .*|jib-.*");

    /** Its steps are those that made a layer, the last one first: the Dockerfile's line, or Jib's name of the layer. */
    static Image of(String name, Shell shell) {
        var told = shell.output("docker", "image", "inspect", name);
        var history = shell.output("docker", "history", "--no-trunc", "--format", "{{.CreatedBy}}\t{{.Comment}}", name);
        var steps = history.lines()
                .map(line -> line.split("\t", 2))
                .filter(line -> MAKES_A_LAYER.matcher(line[0]).matches())
                .map(line -> line[0].startsWith("jib-") ? line[1] : line[0].replace(" # buildkit", ""))
                .toList();
        return new Image(name, JsonMapper.shared().readTree(told).get(0), steps);
    }

    /** The steps of which this image has another layer than an earlier one, the last one first. */
    List<String> changedSince(Image before) {
        var layers = layers();
        if (layers.size() != before.layers().size()) {
            throw new AssertionError("%s has %d layers, and had %s"
                    .formatted(name, layers.size(), before.layers().size()));
        }
        int top = layers.size() - 1;
        return IntStream.rangeClosed(0, top)
                .filter(below -> !layers.get(top - below).equals(before.layers().get(top - below)))
                .mapToObj(below -> below < steps.size() ? steps.get(below) : "layer " + (top - below) + " of the base")
                .toList();
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
