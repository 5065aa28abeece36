package dev.datastack.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;

/** A tar as {@code docker save} writes it from the containerd store, with layers of one file of zeros. */
public final class SavedTar {
    private static final int BLOCK = 512;

    private SavedTar() {}

    /** The sizes of its layers by their digests, the lowest first. */
    public record Image(String name, Map<String, Integer> layers) {
        public Image(String name) {
            this(name, new LinkedHashMap<>());
        }

        public Image layer(String digest, int size) {
            layers.put(digest, size);
            return this;
        }

        private String manifest() {
            return layers.keySet().stream()
                    .map(layer -> '"' + layer + '"')
                    .collect(Collectors.joining(
                            ",", "{\"Config\":\"config\",\"RepoTags\":[\"" + name + "\"],\"Layers\":[", "]}"));
        }
    }

    public static byte[] of(List<Image> images) {
        var layers = new LinkedHashMap<String, Integer>();
        images.forEach(image -> layers.putAll(image.layers()));
        var tar = new ByteArrayOutputStream();
        entry(tar, "config", "{}".getBytes(StandardCharsets.UTF_8));
        layers.forEach((name, size) -> entry(tar, name, packed(size)));
        var manifest = images.stream().map(Image::manifest).collect(Collectors.joining(",", "[", "]"));
        entry(tar, "manifest.json", manifest.getBytes(StandardCharsets.UTF_8));
        tar.writeBytes(new byte[2 * BLOCK]);
        return tar.toByteArray();
    }

    /** A layer of one file. */
    public static byte[] layer(String name, String content) {
        var layer = new ByteArrayOutputStream();
        entry(layer, name, content.getBytes(StandardCharsets.UTF_8));
        return layer.toByteArray();
    }

    private static byte[] packed(int size) {
        var layer = new ByteArrayOutputStream();
        entry(layer, "file", new byte[size]);
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            layer.writeTo(gzip);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    private static void entry(ByteArrayOutputStream tar, String name, byte[] content) {
        var header = new byte[BLOCK];
        put(header, 0, name);
        put(header, 124, "%011o ".formatted(content.length));
        put(header, 156, "0");
        put(header, 257, "ustar");
        tar.writeBytes(header);
        tar.writeBytes(content);
        tar.writeBytes(new byte[(BLOCK - content.length % BLOCK) % BLOCK]);
    }

    private static void put(byte[] header, int at, String text) {
        var bytes = text.getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(bytes, 0, header, at, bytes.length);
    }
}
