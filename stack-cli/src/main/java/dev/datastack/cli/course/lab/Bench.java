package dev.datastack.cli.course.lab;

import dev.datastack.cli.docker.Containers;
import dev.datastack.cli.docker.ImageStore;
import dev.datastack.cli.sandbox.Sandbox;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;

/** What the lab's images and its project work with: the sandbox, and the engine as it is seen from there. */
record Bench(Sandbox sandbox, String basePrefix) {
    /** The copy of the exercise's files. */
    Path work() {
        return sandbox.project();
    }

    /** For files of the lab itself, which no build and no container is to see. */
    Path scratch(String file) {
        return sandbox.beside(file);
    }

    String name() {
        return sandbox.name();
    }

    ImageStore images() {
        return new ImageStore(sandbox.runner());
    }

    Containers containers() {
        return new Containers(sandbox.runner());
    }

    /** Does the work while the change is in the copy, and takes it back. */
    <T> T changed(Change change, Supplier<T> work) {
        var takeBack = change.in(sandbox.files());
        try {
            return work.get();
        } finally {
            takeBack.run();
        }
    }

    /** A small file of the lab itself. */
    Path write(String file, String text) {
        try {
            return Files.writeString(scratch(file), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path emptyFolder() {
        try {
            return Files.createDirectories(scratch("empty"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
