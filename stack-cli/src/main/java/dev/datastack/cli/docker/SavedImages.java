package dev.datastack.cli.docker;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What {@code docker save} writes: a tar with a blob for each layer and each configuration, and a manifest that says which
 * belong to which image. The classic image store writes layers as they are, the containerd store packed.
 */
public final class SavedImages {
    private static final String MANIFEST = "manifest.json";
    private static final int GZIP = 0x1f8b;
    private static final int ZSTD = 0x28b5;

    private SavedImages() {}

    /** Looks into a blob and keeps what it finds. */
    public interface Look<T> {
        T in(InputStream unpacked) throws IOException;
    }

    /** What was found in an image: in its configuration, which has its history, and in each layer from the lowest up. */
    public record Found<T>(T configuration, List<T> layers) {}

    /** By the name of each image. */
    public static <T> Map<String, Found<T>> look(InputStream saved, Look<T> look) throws IOException {
        var blobs = new HashMap<String, T>();
        var manifest = new ArrayList<JsonNode>();
        TarFiles.each(saved, (name, size, content) -> {
            if (name.equals(MANIFEST)) {
                manifest.add(JsonMapper.shared().readTree(content.readAllBytes()));
            } else {
                blobs.put(name, look.in(unpacked(content)));
            }
        });
        // Who writes waits until the last byte is read.
        saved.transferTo(OutputStream.nullOutputStream());
        if (manifest.isEmpty()) {
            throw new IOException("docker save ended before its manifest");
        }
        var found = new LinkedHashMap<String, Found<T>>();
        for (var image : manifest.get(0)) {
            var one = found(image, blobs);
            image.path("RepoTags").forEach(tag -> found.put(tag.asString(), one));
        }
        return found;
    }

    private static <T> Found<T> found(JsonNode image, Map<String, T> blobs) throws IOException {
        var layers = new ArrayList<T>();
        for (var layer : image.path("Layers")) {
            layers.add(blob(layer.asString(), blobs));
        }
        return new Found<>(blob(image.path("Config").asString(""), blobs), List.copyOf(layers));
    }

    private static <T> T blob(String name, Map<String, T> blobs) throws IOException {
        var blob = blobs.get(name);
        if (blob == null) {
            throw new IOException("docker save did not write " + name + ", which its manifest names");
        }
        return blob;
    }

    /**
     * The sum of the files in a layer, which is the same in every image store. What {@code docker history} tells is not:
     * the containerd store counts the blocks that files take, up to a sixth more, and inspect's size is that of the packed
     * layers there.
     */
    public static long bytesOfFiles(InputStream layer) throws IOException {
        return TarFiles.contents(layer).bytes();
    }

    private static InputStream unpacked(InputStream blob) throws IOException {
        var start = new BufferedInputStream(blob, 1 << 16);
        start.mark(2);
        int magic = start.read() << 8 | start.read();
        start.reset();
        if (magic == ZSTD) {
            // Taken for plain bytes it would have no files, and hide every text.
            throw new IOException("a layer is packed with zstd, which this command cannot read");
        }
        return magic == GZIP ? new GZIPInputStream(start, 1 << 16) : start;
    }
}
