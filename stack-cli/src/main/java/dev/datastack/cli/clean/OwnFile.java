package dev.datastack.cli.clean;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A file of the stack command's own below the clone. */
record OwnFile(String kind, Path path, long bytes) {
    /** What {@code stack upgrade} kept of the moment before it: all the data. */
    static List<OwnFile> backups(Path root) {
        return filesIn(root.resolve(".stack")).stream()
                .filter(file -> file.getFileName().toString().matches("before-.*\\.tar(\\.partial)?"))
                .map(file -> of("backup", file))
                .toList();
    }

    /** What is made again when it is needed: the model of {@code stack status}, and the caches of the command's classes. */
    static List<OwnFile> caches(Path root) {
        return Stream.concat(
                        Stream.of(root.resolve(".stack/model.json")).filter(Files::isRegularFile),
                        filesIn(root.resolve("stack-cli/target/start")).stream())
                .map(file -> of("cache", file))
                .toList();
    }

    private static List<Path> filesIn(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var files = Files.list(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    private static OwnFile of(String kind, Path path) {
        try {
            return new OwnFile(kind, path, Files.size(path));
        } catch (IOException e) {
            return new OwnFile(kind, path, 0);
        }
    }

    void remove() {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
