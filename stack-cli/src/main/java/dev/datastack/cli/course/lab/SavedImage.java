package dev.datastack.cli.course.lab;

import dev.datastack.cli.docker.ImageStore;
import dev.datastack.cli.docker.SavedImages;
import dev.datastack.cli.docker.SavedImages.Found;
import dev.datastack.cli.docker.SavedImages.Look;
import dev.datastack.cli.docker.TarFiles;
import dev.datastack.cli.docker.TarFiles.Contents;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;

/** One image, looked at while {@code docker save} writes it: a file of it would be written and read once more. */
public final class SavedImage {
    private final ImageStore images;
    private final String name;
    private final Once<Found<Contents>> contents = new Once<>();

    SavedImage(ImageStore images, String name) {
        this.images = images;
        this.name = name;
    }

    /** Where the text is found: in which layer, or in the configuration with its history; empty where it is nowhere. */
    public Optional<String> whereIs(String text) {
        var found = look(new TextSearch(text)::in);
        return found.configuration()
                ? Optional.of("the image's configuration or history")
                : where(found.layers().indexOf(true));
    }

    /** The layer with a file or a link whose path ends with one of these. */
    public Optional<String> whereIsPath(List<String> ends) {
        var paths = contents().layers().stream().map(Contents::paths);
        return where(paths.map(
                        layer -> layer.stream().anyMatch(path -> ends.stream().anyMatch(path::endsWith)))
                .toList()
                .indexOf(true));
    }

    private Optional<String> where(int layer) {
        return layer < 0
                ? Optional.empty()
                : Optional.of(
                        "layer " + (layer + 1) + " of " + contents().layers().size());
    }

    /** Bytes of the files in each layer, the lowest first. */
    List<Long> layers() {
        return contents().layers().stream().map(Contents::bytes).toList();
    }

    /** Bytes of the files in all layers, which is the same in every image store. */
    long size() {
        return layers().stream().mapToLong(Long::longValue).sum();
    }

    /** Read once: several checks ask for it, and an image with a JDK takes many seconds. */
    private Found<Contents> contents() {
        return contents.get(name, () -> look(TarFiles::contents));
    }

    private <T> Found<T> look(Look<T> look) {
        var found = new HashMap<String, Found<T>>();
        try {
            images.save(name, saved -> found.putAll(SavedImages.look(saved, look)))
                    .orThrow();
        } catch (IOException e) {
            throw LabException.saying("what docker save wrote of " + name + " cannot be read: " + e.getMessage());
        }
        return Optional.ofNullable(found.get(name))
                .orElseThrow(() -> LabException.saying("docker save wrote no image " + name));
    }
}
