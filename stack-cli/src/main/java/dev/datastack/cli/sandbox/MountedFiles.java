package dev.datastack.cli.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Files of the copy that containers see. The engine follows links when it mounts, and a container may make a link in what it
 * can write to. So no container mounts what another one could replace by a link: what lies within a folder that is mounted
 * for writing gets a copy of its own.
 */
final class MountedFiles {
    private final Path separate;
    private final Bounds bounds;
    private final Map<Path, Path> copies = new TreeMap<>();

    /** {@code separate} is a folder that no container mounts. */
    MountedFiles(Path separate, Bounds bounds) {
        this.separate = separate;
        this.bounds = bounds;
    }

    void separate(ObjectNode model) {
        var mounts = mounts(model);
        var written = mounts.stream()
                .filter(mount -> mount.has("target") && !mount.path("read_only").asBoolean(false))
                .map(mount -> real(mount.path("source").asString("")))
                .toList();
        mounts.forEach(mount -> place(mount, "source", written));
        for (var kind : List.of("secrets", "configs")) {
            model.path(kind).forEach(file -> place(file, "file", written));
        }
    }

    private static List<ObjectNode> mounts(ObjectNode model) {
        return model.path("services")
                .valueStream()
                .flatMap(service -> StreamSupport.stream(service.path("volumes").spliterator(), false))
                .filter(volume -> volume.path("type").asString("").equals("bind"))
                .map(ObjectNode.class::cast)
                .toList();
    }

    private void place(JsonNode node, String key, List<Path> written) {
        if (node instanceof ObjectNode mount && mount.has(key)) {
            var source = real(mount.path(key).asString(""));
            var replaceable = written.stream().anyMatch(folder -> source.startsWith(folder) && !source.equals(folder));
            mount.put(key, (replaceable ? copies.computeIfAbsent(source, this::copy) : source).toString());
        }
    }

    private static Path real(String source) {
        var path = Path.of(source).normalize();
        try {
            return path.toRealPath();
        } catch (IOException notThereYet) {
            return path;
        }
    }

    private Path copy(Path source) {
        var target = separate.resolve(String.valueOf(copies.size()));
        try {
            Files.createDirectories(separate);
            if (Files.isRegularFile(source)) {
                Files.copy(source, target);
            } else if (Files.isDirectory(source)) {
                ProjectCopy.copy(source, target, bounds);
            } else {
                Files.createDirectories(target);
            }
            return target;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
