package dev.datastack.cli.mounts;

import dev.datastack.cli.problem.Problem;
import dev.datastack.cli.problem.StackException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What is mounted from this clone must be readable by every user, because those in the containers are none of this
 * machine. A clone that was made with umask 077 is closed to them.
 */
public final class OpenFolders {
    private static final List<String> MOUNTED =
            List.of("data/nycflights13", "docker/airflow/dags", "docker/no-ca-bundle");

    private final Path root;

    public OpenFolders(Path root) {
        this.root = root;
    }

    /** Docker Desktop passes files on without a look at their mode, so this is for Linux. */
    public void require() {
        var closed = MOUNTED.stream()
                .filter(name -> Files.exists(root.resolve(name)))
                .filter(name -> closed(root.resolve(name)).isPresent())
                .toList();
        if (!closed.isEmpty()) {
            var example = root.relativize(closed(root.resolve(closed.get(0))).orElseThrow());
            throw new StackException(
                    Problem.MOUNT_CLOSED,
                    example
                            + " cannot be read by other users, as after 'umask 077', and the containers run as other users.",
                    "the modes of " + String.join(", ", MOUNTED),
                    "chmod -R go+rX " + String.join(" ", closed));
        }
    }

    private static Optional<Path> closed(Path mounted) {
        try (var files = Files.walk(mounted)) {
            return files.filter(file -> !Files.isSymbolicLink(file) && isClosed(file))
                    .findFirst();
        } catch (IOException | UncheckedIOException e) {
            // Not even its owner gets in.
            return Optional.of(mounted);
        }
    }

    private static boolean isClosed(Path file) {
        try {
            var needed = Files.isDirectory(file)
                    ? Set.of(PosixFilePermission.OTHERS_READ, PosixFilePermission.OTHERS_EXECUTE)
                    : Set.of(PosixFilePermission.OTHERS_READ);
            return !Files.getPosixFilePermissions(file).containsAll(needed);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
