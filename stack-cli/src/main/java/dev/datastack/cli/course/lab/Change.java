package dev.datastack.cli.course.lab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** An edit that a check makes to its copy: text at the end of a file, or in place of another text, or a new file. */
public record Change(
        String file,
        @Nullable String append,
        @Nullable String find,
        @Nullable String replace,
        @Nullable String create) {

    /** Makes the edit and returns how to take it back. */
    Runnable in(Path folder) {
        var path = within(folder);
        try {
            return create == null ? edit(path) : make(path, create);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A container of the project may have put a link there meanwhile, or in place of a folder above. */
    private Path within(Path folder) {
        var there = folder.resolve(file);
        while (there.getParent() != null && !Files.exists(there, LinkOption.NOFOLLOW_LINKS)) {
            there = there.getParent();
        }
        try {
            if (there.toRealPath().startsWith(folder.toRealPath())) {
                return there.toRealPath().resolve(there.relativize(folder.resolve(file)));
            }
        } catch (IOException leadsNowhere) {
            throw leadsOut();
        }
        throw leadsOut();
    }

    private LabException leadsOut() {
        return LabException.saying("the file " + file + " leads out of the folder, so the check does not change it");
    }

    private Runnable edit(Path path) throws IOException {
        if (!Files.exists(path)) {
            throw LabException.saying("the file " + file + " is gone; the check changes it, so put it back");
        }
        var before = Files.readString(path);
        write(path, edited(before));
        return () -> write(path, before);
    }

    private Runnable make(Path path, String text) throws IOException {
        if (Files.exists(path)) {
            throw LabException.saying("the file " + file + " is there already, and the check makes it");
        }
        Files.createDirectories(path.toAbsolutePath().getParent());
        Files.writeString(path, text);
        return () -> delete(path);
    }

    private String edited(String before) {
        if (append != null) {
            return before + append;
        }
        var wanted = Objects.requireNonNull(find, "a change appends, or finds and replaces, or creates");
        if (!before.contains(wanted)) {
            throw LabException.saying(
                    "the file " + file + " no longer has '" + wanted + "', which the check changes: put it back");
        }
        return before.replace(wanted, Objects.requireNonNullElse(replace, ""));
    }

    private static void write(Path path, String text) {
        try {
            Files.writeString(
                    path,
                    text,
                    StandardOpenOption.WRITE,
                    StandardOpenOption.TRUNCATE_EXISTING,
                    LinkOption.NOFOLLOW_LINKS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path path) {
        try {
            Files.delete(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
