package dev.datastack.cli.sandbox;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.List;

/**
 * Copies a project as somebody else's clone would be: nothing in the learner's folder is changed, and what works in that one
 * place only shows. No link is followed. One that stays inside is copied as a link; one that leads out is left out, as are
 * pipes, sockets and devices. Time stamps are new: BuildKit tells files of two folders apart by size and time, and an
 * exercise and its solution may agree in both.
 */
final class ProjectCopy extends SimpleFileVisitor<Path> {
    private final Path from;
    private final Path to;
    private final Bounds bounds;
    private final List<LeftOut> leftOut = new ArrayList<>();
    private long bytes;
    private int files;

    private ProjectCopy(Path from, Path to, Bounds bounds) {
        this.from = from;
        this.to = to;
        this.bounds = bounds;
    }

    /** Returns what was left out. */
    static List<LeftOut> copy(Path project, Path copy, Bounds bounds) {
        try {
            var from = project.toRealPath();
            var visitor = new ProjectCopy(from, copy, bounds);
            Files.walkFileTree(from, visitor);
            return List.copyOf(visitor.leftOut);
        } catch (IOException e) {
            throw new SandboxException("it could not be copied (" + e + ")");
        }
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
        if (folder.endsWith(".git")) {
            return FileVisitResult.SKIP_SUBTREE;
        }
        count(0);
        Files.createDirectories(target(folder));
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
        if (attributes.isSymbolicLink()) {
            link(file);
        } else if (!attributes.isRegularFile()) {
            leaveOut(file, LeftOut.Why.SPECIAL);
        } else if (!Files.isReadable(file)) {
            leaveOut(file, LeftOut.Why.UNREADABLE);
        } else {
            count(attributes.size());
            Files.copy(file, target(file));
            samePermissions(file);
        }
        return FileVisitResult.CONTINUE;
    }

    /** A folder that belongs to a container's user; it holds data, not sources. */
    @Override
    public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
        if (file.equals(from)) {
            throw failure;
        }
        leaveOut(file, LeftOut.Why.UNREADABLE);
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path folder, @org.jspecify.annotations.Nullable IOException failure)
            throws IOException {
        samePermissions(folder);
        return FileVisitResult.CONTINUE;
    }

    private void link(Path link) throws IOException {
        var text = Files.readSymbolicLink(link);
        try {
            // An absolute one would lead from the copy back into the original.
            if (text.isAbsolute() || !link.toRealPath().startsWith(from)) {
                leaveOut(link, LeftOut.Why.LINK_OUT);
            } else {
                count(0);
                Files.createSymbolicLink(target(link), text);
            }
        } catch (IOException nowhereOrRound) {
            leaveOut(link, LeftOut.Why.LINK_NOWHERE);
        }
    }

    /** As in the original, and for its owner always open: the copy is to be removed again. */
    private void samePermissions(Path path) throws IOException {
        if (Files.getFileStore(path).supportsFileAttributeView("posix")) {
            var permissions = Files.getPosixFilePermissions(path);
            permissions.add(PosixFilePermission.OWNER_READ);
            permissions.add(PosixFilePermission.OWNER_WRITE);
            if (Files.isDirectory(path)) {
                permissions.add(PosixFilePermission.OWNER_EXECUTE);
            }
            Files.setPosixFilePermissions(target(path), permissions);
        }
    }

    private void leaveOut(Path file, LeftOut.Why why) {
        leftOut.add(new LeftOut(from.relativize(file), why));
    }

    private void count(long size) {
        bytes += size;
        files++;
        if (bytes > bounds.copyBytes() || files > bounds.copyFiles()) {
            throw new SandboxException("its folder is too large: at most %,d MB in %,d files are taken"
                    .formatted(bounds.copyBytes() / 1_000_000, bounds.copyFiles()));
        }
    }

    private Path target(Path file) {
        return to.resolve(from.relativize(file));
    }
}
