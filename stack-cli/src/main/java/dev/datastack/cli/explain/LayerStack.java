package dev.datastack.cli.explain;

import dev.datastack.cli.docker.Dockerfile;
import dev.datastack.cli.docker.HistoryEntry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.apache.commons.codec.digest.DigestUtils;

/** The layers of several images. Two of them share a layer's bytes when all that is below it is the same as well. */
final class LayerStack {
    /** One layer of an image, the step that made it, and the other images of the set that lie on the same bytes. */
    public record Layer(String chain, long size, String madeBy, List<String> sharedWith) {}

    private final Map<String, List<Layer>> byImage = new LinkedHashMap<>();

    LayerStack(List<StoredImage> images) {
        images.forEach(image -> byImage.put(image.name(), layers(image)));
    }

    private static List<Layer> layers(StoredImage image) {
        var steps = image.history().stream().filter(HistoryEntry::makesLayer).toList();
        var layers = new ArrayList<Layer>();
        var chain = "";
        for (int i = 0; i < image.layers().size(); i++) {
            var content = image.layers().get(i);
            // The chain id of the image specification: what the engine keeps a layer under.
            chain = chain.isEmpty() ? content : "sha256:" + DigestUtils.sha256Hex(chain + " " + content);
            var madeBy = i < steps.size() ? madeBy(steps.get(i)) : "";
            layers.add(new Layer(chain, image.sizes().get(i), madeBy, List.of()));
        }
        return layers;
    }

    private static String madeBy(HistoryEntry step) {
        return Dockerfile.Step.squeezed(step.createdBy())
                .replaceFirst(" # buildkit$", "")
                .replaceFirst("^RUN /bin/sh -c ", "RUN ");
    }

    /** The layers of an image from the lowest up, each with the other images that share it. */
    List<Layer> of(String image) {
        return byImage.getOrDefault(image, List.of()).stream()
                .map(layer -> new Layer(layer.chain(), layer.size(), layer.madeBy(), others(layer, image)))
                .toList();
    }

    private List<String> others(Layer layer, String image) {
        var others = new TreeSet<String>();
        byImage.forEach((name, layers) -> {
            if (!name.equals(image)
                    && layers.stream().anyMatch(other -> other.chain().equals(layer.chain()))) {
                others.add(name);
            }
        });
        return List.copyOf(others);
    }

    /** Of all images together, each layer counted once. */
    long eachOnce() {
        var sizes = new HashMap<String, Long>();
        byImage.values().forEach(layers -> layers.forEach(layer -> sizes.put(layer.chain(), layer.size())));
        return sizes.values().stream().mapToLong(Long::longValue).sum();
    }
}
