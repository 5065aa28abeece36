package dev.datastack.cli.clean;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A file that the stack command makes again when it needs it. */
record CacheFile(Path path, long bytes) {
    /** The model of {@code stack status}, and the caches of the command's classes. */
    static List<CacheFile> below(Path root) {
        return Stream.concat(
                        Stream.of(root.resolve(".stack/model.json")).filter(Files::isRegularFile),
                        filesIn(root.resolve("stack-cli/target/start")).stream())
                .map(CacheFile::of)
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

    private static CacheFile of(Path path) {
        try {
            return new CacheFile(path, Files.size(path));
        } catch (IOException e) {
            return new CacheFile(path, 0);
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
