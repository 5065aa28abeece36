package dev.datastack.cli.course.lab;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What {@code docker save} wrote: a tar with one blob for each layer, one for the configuration, and a manifest that
 * orders them. Its entries have short plain names, so a few lines read the format and no library is needed.
 */
public final class SavedImage {
    private static final int BLOCK = 512;

    private final Path file;

    SavedImage(Path file) {
        this.file = file;
    }

    /** Where the text is found: in which layer, or in the configuration with its history; empty where it is nowhere. */
    public Optional<String> whereIs(String text) {
        var hits = new HashMap<String, Boolean>();
        var manifest = new ArrayList<JsonNode>();
        eachEntry((name, content) -> {
            if (name.equals("manifest.json")) {
                manifest.add(
                        JsonMapper.shared().readTree(content.readAllBytes()).path(0));
            } else {
                hits.put(name, new TextSearch(text).in(unpacked(content)));
            }
        });
        return manifest.stream().findFirst().flatMap(order -> place(order, hits));
    }

    private static Optional<String> place(JsonNode manifest, Map<String, Boolean> hits) {
        if (hits.getOrDefault(manifest.path("Config").asString(""), false)) {
            return Optional.of("the image's configuration or history");
        }
        var layers = manifest.path("Layers");
        for (int i = 0; i < layers.size(); i++) {
            if (hits.getOrDefault(layers.path(i).asString(""), false)) {
                return Optional.of("layer " + (i + 1) + " of " + layers.size());
            }
        }
        return Optional.empty();
    }

    private interface Visitor {
        void visit(String name, InputStream content) throws IOException;
    }

    private void eachEntry(Visitor visitor) {
        try (var tar = new BufferedInputStream(Files.newInputStream(file))) {
            var header = tar.readNBytes(BLOCK);
            while (header.length == BLOCK && header[0] != 0) {
                var name = field(header, 0, 100);
                long size = Long.parseLong(field(header, 124, 12).strip(), 8);
                var content = new Bounded(tar, size);
                visitor.visit(name, content);
                content.skipRest();
                tar.skipNBytes((BLOCK - size % BLOCK) % BLOCK);
                header = tar.readNBytes(BLOCK);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String field(byte[] header, int from, int length) {
        var text = new String(header, from, length, StandardCharsets.US_ASCII);
        int end = text.indexOf('\0');
        return end < 0 ? text : text.substring(0, end);
    }

    /** The containerd image store keeps layers packed. */
    private static InputStream unpacked(InputStream content) throws IOException {
        var start = new BufferedInputStream(content);
        start.mark(2);
        boolean gzip = start.read() == 0x1f && start.read() == 0x8b;
        start.reset();
        return gzip ? new GZIPInputStream(start) : start;
    }
}
