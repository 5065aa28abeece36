package dev.datastack.cli.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The folder of the clone where the members of a backup wait for each other: a tar begins with what is known last. */
record Staging(Path folder) implements AutoCloseable {
    static Staging in(Path root) throws IOException {
        var staging = new Staging(root.resolve(".stack/backup"));
        staging.close();
        Files.createDirectories(staging.folder());
        return staging;
    }

    Path file(String name) {
        return folder.resolve(name);
    }

    /** Also what a killed backup has left. */
    @Override
    public void close() throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (var files = Files.list(folder)) {
            for (var file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }
}
