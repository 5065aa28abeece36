package dev.datastack.cli.demo;

import dev.datastack.cli.problem.Problem;
import dev.datastack.cli.problem.StackException;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where the demo's PostgreSQL lies: a folder of this user in the system's one for temporary files. Not in the clone, which
 * another user may own: PostgreSQL started by root has root's name there and not root's rights.
 */
final class DemoFolder {
    private static final String RUN = "run-";
    private static final String OWNER = "owner.pid";
    private static final int ROUNDS = 10;

    private final Path folder;

    DemoFolder(Path temporary, String user) {
        this.folder = temporary.resolve("stack-demo-" + user.replaceAll("[^A-Za-z0-9._-]", "_"));
    }

    /** The unpacked programs, 50 MB, stay for the next run. */
    Path programs() {
        return folder.resolve("postgresql");
    }

    Path keptFile() {
        return folder.resolve("kept.properties");
    }

    /** A new folder for one run, marked with the process that it belongs to. */
    Path newRun(long owner) {
        try {
            createPrivate();
            var run = Files.createTempDirectory(folder, RUN);
            Files.writeString(run.resolve(OWNER), String.valueOf(owner));
            return run;
        } catch (IOException e) {
            throw unusable(e);
        }
    }

    private void createPrivate() throws IOException {
        if (Files.isDirectory(folder)) {
            return;
        }
        if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.createDirectory(
                    folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        } else {
            Files.createDirectory(folder);
        }
    }

    /** Folders of runs whose process is gone without having cleaned up. */
    List<Path> orphans() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var runs = Files.list(folder)) {
            return runs.filter(run -> String.valueOf(run.getFileName()).startsWith(RUN))
                    .filter(run -> owner(run).flatMap(ProcessHandle::of).isEmpty())
                    .toList();
        } catch (IOException e) {
            throw unusable(e);
        }
    }

    /** From now on the run belongs to its server, which outlives this process. */
    static void giveTo(Path run, long owner) {
        try {
            Files.writeString(run.resolve(OWNER), String.valueOf(owner));
        } catch (IOException e) {
            throw unusable(e);
        }
    }

    private static Optional<Long> owner(Path run) {
        try {
            return Optional.of(Long.valueOf(Files.readString(run.resolve(OWNER)).strip()));
        } catch (IOException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** Something that is just ending may still write there, so what appears meanwhile is deleted in another round. */
    static void delete(Path run) {
        for (int round = 1; Files.exists(run); round++) {
            try {
                deleteOnce(run);
            } catch (IOException e) {
                if (round == ROUNDS) {
                    throw unusable(e);
                }
            }
        }
    }

    private static void deleteOnce(Path run) throws IOException {
        Files.walkFileTree(run, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.deleteIfExists(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException failure)
                    throws IOException {
                Files.deleteIfExists(directory);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    static StackException unusable(IOException cause) {
        return new StackException(
                Problem.DEMO_FAILED,
                "a file could not be written or deleted (" + cause + ").",
                "the folder for temporary files, and target/ of this clone",
                "check space and rights there; JAVA_TOOL_OPTIONS=-Djava.io.tmpdir=/another/folder chooses another one");
    }
}
