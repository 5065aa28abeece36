package dev.datastack.cli.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;

/**
 * Files of a foreign project, by their paths within it: what a link leads to counts only where that lies inside, too, and a
 * text is read to a bound. A container of the project may have put a link anywhere meanwhile.
 */
public record ProjectFiles(Path folder) {
    private static final long LONGEST = 8 << 20;

    /** Files directly in the folder, by name. */
    public List<String> top() {
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(this::has)
                    .sorted()
                    .toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    /** All that is directly in the folder, whatever it is, by name. */
    public List<String> entries() throws IOException {
        try (var entries = Files.list(folder)) {
            return entries.map(entry -> entry.getFileName().toString()).sorted().toList();
        }
    }

    public boolean hasFolder(String name) {
        return !leadsOut(name) && Files.isDirectory(folder.resolve(name));
    }

    /** Every file below the folder, relative to it, in order; a link is one of them, and not followed. */
    public List<Path> all() {
        try (Stream<Path> walk = Files.walk(folder)) {
            return walk.filter(path -> !Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS))
                    .map(folder::relativize)
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** In bytes; of a link that of its own. */
    public long size(Path file) {
        try {
            return (long) Files.getAttribute(folder.resolve(file), "size", LinkOption.NOFOLLOW_LINKS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public boolean has(String file) {
        return !leadsOut(file) && Files.isRegularFile(folder.resolve(file));
    }

    /** Whether a link leads from there to elsewhere, or nowhere. */
    public boolean leadsOut(String file) {
        try {
            real(file);
            return false;
        } catch (IOException leadsOut) {
            return true;
        }
    }

    /** Fails for what is not there, leads out, is no text, or larger than a text of a project is. */
    public String text(String file) throws IOException {
        return Files.readString(readable(file, LONGEST));
    }

    /** The same for any file, and a bound of the caller's. */
    public byte[] bytes(String file, long longest) throws IOException {
        return Files.readAllBytes(readable(file, longest));
    }

    private Path readable(String file, long longest) throws IOException {
        var real = real(file);
        if (!Files.isRegularFile(real, LinkOption.NOFOLLOW_LINKS)) {
            throw new IOException(file + " is no file");
        }
        if (Files.size(real) > longest) {
            throw new IOException(file + " is larger than " + longest + " bytes");
        }
        return real;
    }

    /** Makes the file or writes over it, with the folders above it. */
    public void write(String file, String text) throws IOException {
        var real = real(file);
        Files.createDirectories(real.toAbsolutePath().getParent());
        Files.writeString(
                real,
                text,
                StandardOpenOption.CREATE,
                StandardOpenOption.WRITE,
                StandardOpenOption.TRUNCATE_EXISTING,
                LinkOption.NOFOLLOW_LINKS);
    }

    /** A link is deleted itself. */
    public void delete(String file) throws IOException {
        var path = folder.resolve(file).normalize();
        var parent = real(folder.relativize(path.resolveSibling("")).toString());
        Files.deleteIfExists(parent.resolve(path.getFileName()));
    }

    /** Where it lies in truth, or would lie. */
    private Path real(String file) throws IOException {
        var wanted = folder.resolve(file).normalize();
        var there = wanted;
        while (there.getParent() != null && !Files.exists(there, LinkOption.NOFOLLOW_LINKS)) {
            there = there.getParent();
        }
        var real = there.toRealPath();
        if (!real.startsWith(folder.toRealPath())) {
            throw new IOException(file + " leads out of the folder");
        }
        return real.resolve(there.relativize(wanted));
    }
}
