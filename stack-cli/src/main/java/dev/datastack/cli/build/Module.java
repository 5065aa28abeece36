package dev.datastack.cli.build;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.stream.Stream;

/** A module of the Maven build, whose product is as old as the last build that this command made of it. */
record Module(String name, Path folder, Path product, Path rootPom) {

    static Module of(Path root, String name) {
        var folder = root.resolve(name);
        var product = name.equals("etl-service") ? "target/etl-service.jar" : "target/" + MARK;
        return new Module(name, folder, folder.resolve(product), root.resolve("pom.xml"));
    }

    /** Maven leaves a product alone whose content would be the same, so the last build has a mark of its own. */
    private static final String MARK = ".stack-built";

    boolean exists() {
        return Files.exists(folder.resolve("pom.xml"));
    }

    boolean isStale() {
        var built = Stream.of(product, mark())
                .filter(Files::exists)
                .map(Module::time)
                .max(FileTime::compareTo);
        return !Files.exists(product) || newestSource().compareTo(built.orElseThrow()) > 0;
    }

    void built() {
        try {
            Files.createDirectories(mark().getParent());
            Files.writeString(mark(), "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path mark() {
        return folder.resolve("target").resolve(MARK);
    }

    private FileTime newestSource() {
        return Stream.of(rootPom, folder.resolve("pom.xml"), folder.resolve("src/main"))
                .filter(Files::exists)
                .flatMap(source -> files(source).stream())
                .map(Module::time)
                .max(FileTime::compareTo)
                .orElse(FileTime.fromMillis(0));
    }

    private static List<Path> files(Path folder) {
        try (var files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static FileTime time(Path file) {
        try {
            return Files.getLastModifiedTime(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
