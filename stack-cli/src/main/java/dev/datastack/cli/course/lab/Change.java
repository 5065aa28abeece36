package dev.datastack.cli.course.lab;

import dev.datastack.cli.sandbox.ProjectFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
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
    Runnable in(ProjectFiles files) {
        if (files.leadsOut(file)) {
            throw LabException.saying("the file " + file + " leads out of the folder, so the check does not change it");
        }
        boolean there = files.has(file);
        if (create == null && !there) {
            throw LabException.saying("the file " + file + " is gone; the check changes it, so put it back");
        }
        if (create != null && there) {
            throw LabException.saying("the file " + file + " is there already, and the check makes it");
        }
        try {
            var before = there ? files.text(file) : "";
            files.write(file, create == null ? edited(before) : create);
            return () -> takeBack(files, there, before);
        } catch (IOException e) {
            throw LabException.saying("the file " + file + " cannot be changed by the check: " + e.getMessage());
        }
    }

    private void takeBack(ProjectFiles files, boolean was, String before) {
        try {
            if (was) {
                files.write(file, before);
            } else {
                files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
}
