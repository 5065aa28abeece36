package dev.datastack.cli.mounts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where a symbolic link leads. */
final class Links {
    private Links() {}

    static Path aim(Path link) {
        try {
            return Files.readSymbolicLink(link);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether what it leads to lies outside the link's own folder. */
    static boolean leadsOut(Path link) {
        try {
            var folder = link.resolveSibling(".").toRealPath();
            return aim(link).isAbsolute() || !link.toRealPath().startsWith(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
