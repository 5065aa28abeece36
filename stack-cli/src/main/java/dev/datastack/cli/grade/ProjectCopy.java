package dev.datastack.cli.grade;

import dev.datastack.cli.problem.Problem;
import dev.datastack.cli.problem.StackException;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;

/**
 * A copy of the project, as somebody else's clone would be: nothing in the learner's folder is changed, and what only works
 * in that one place shows.
 */
final class ProjectCopy {
    private ProjectCopy() {}

    static Path of(Path project) {
        try {
            var copy = Files.createTempDirectory("grade-").resolve("project");
            Files.walkFileTree(project, new Copier(project, copy));
            return copy;
        } catch (IOException e) {
            throw new StackException(
                    Problem.PROJECT_UNREADABLE,
                    "it could not be copied (" + e + ").",
                    "to copy " + project + " into a temporary folder",
                    "check that you may read it, and that the disk has room");
        }
    }

    /** Files that a container wrote as another user may stay; their folder is returned. */
    static boolean delete(Path copy) {
        var folder = copy.getParent();
        if (folder == null) {
            return false;
        }
        try {
            Files.walkFileTree(folder, new Deleter());
        } catch (IOException e) {
            return false;
        }
        return !Files.exists(folder);
    }

    /** For the database's own folder: a copy of a running server's files would be no good. */
    static void empty(Path folder) {
        try {
            Files.walkFileTree(folder, new Deleter());
            Files.createDirectories(folder);
        } catch (IOException e) {
            // What cannot be emptied cannot be started on; the database will say so.
            return;
        }
    }

    private static final class Copier extends SimpleFileVisitor<Path> {
        private final Path from;
        private final Path to;

        Copier(Path from, Path to) {
            this.from = from;
            this.to = to;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
            if (folder.endsWith(".git")) {
                return FileVisitResult.SKIP_SUBTREE;
            }
            Files.createDirectories(target(folder));
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            if (attributes.isRegularFile() && !Files.isReadable(file)) {
                return FileVisitResult.CONTINUE;
            }
            if (!attributes.isOther()) {
                Files.copy(file, target(file), StandardCopyOption.COPY_ATTRIBUTES, LinkOption.NOFOLLOW_LINKS);
            }
            return FileVisitResult.CONTINUE;
        }

        /** A folder that belongs to a container's user; it holds data, not sources. */
        @Override
        public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
            if (file.equals(from)) {
                throw failure;
            }
            return FileVisitResult.CONTINUE;
        }

        private Path target(Path file) {
            return to.resolve(from.relativize(file));
        }
    }

    private static final class Deleter extends SimpleFileVisitor<Path> {
        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path folder, @org.jspecify.annotations.Nullable IOException failure)
                throws IOException {
            Files.delete(folder);
            return FileVisitResult.CONTINUE;
        }
    }
}
