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
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

/** A tar as {@code docker save} writes it from the containerd store, with layers of one file of zeros. */
public final class SavedTar {
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
        var files = new LinkedHashMap<String, byte[]>();
        files.put("config", "{}".getBytes(StandardCharsets.UTF_8));
        images.forEach(image -> image.layers().forEach((name, size) -> files.put(name, packed(size))));
        var manifest = images.stream().map(Image::manifest).collect(Collectors.joining(",", "[", "]"));
        files.put("manifest.json", manifest.getBytes(StandardCharsets.UTF_8));
        return tar(files);
    }

    /** A layer of one file. */
    public static byte[] layer(String name, String content) {
        return tar(Map.of(name, content.getBytes(StandardCharsets.UTF_8)));
    }

    private static byte[] packed(int size) {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write(tar(Map.of("file", new byte[size])));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    private static byte[] tar(Map<String, byte[]> files) {
        var bytes = new ByteArrayOutputStream();
        try (var tar = new TarArchiveOutputStream(bytes)) {
            for (var file : files.entrySet()) {
                var entry = new TarArchiveEntry(file.getKey());
                entry.setSize(file.getValue().length);
                tar.putArchiveEntry(entry);
                tar.write(file.getValue());
                tar.closeArchiveEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
