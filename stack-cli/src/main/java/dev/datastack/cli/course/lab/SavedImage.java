package dev.datastack.cli.course.lab;

import dev.datastack.cli.docker.SavedImages;
import dev.datastack.cli.docker.SavedImages.Found;
import dev.datastack.cli.docker.SavedImages.Look;
import dev.datastack.cli.docker.TarFiles;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** One image as {@code docker save} wrote it into a file. */
public final class SavedImage {
    private final Path file;
    private final String name;

    SavedImage(Path file, String name) {
        this.file = file;
        this.name = name;
    }

    /** Where the text is found: in which layer, or in the configuration with its history; empty where it is nowhere. */
    public Optional<String> whereIs(String text) {
        return where(new TextSearch(text)::in);
    }

    /** The same for files and links whose path ends with one of these. */
    public Optional<String> whereIsPath(List<String> ends) {
        return where(layer -> TarFiles.hasPath(layer, path -> ends.stream().anyMatch(path::endsWith)));
    }

    private Optional<String> where(Look<Boolean> search) {
        var found = look(search);
        if (found.configuration()) {
            return Optional.of("the image's configuration or history");
        }
        int layer = found.layers().indexOf(true);
        return layer < 0
                ? Optional.empty()
                : Optional.of("layer " + (layer + 1) + " of " + found.layers().size());
    }

    /** Bytes of the files in each layer, the lowest first. */
    List<Long> layers() {
        return look(SavedImages::bytesOfFiles).layers();
    }

    /** Bytes of the files in all layers, which is the same in every image store. */
    long size() {
        return layers().stream().mapToLong(Long::longValue).sum();
    }

    private <T> Found<T> look(Look<T> look) {
        try (var tar = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
            return Optional.ofNullable(SavedImages.look(tar, look).get(name))
                    .orElseThrow(() -> LabException.saying("docker save wrote no image " + name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
