package dev.datastack.acceptance.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The clone that the tests run in. */
public final class Repository {
    private static final Set<String> NOT_SOURCES =
            Set.of("target", ".git", ".stack", ".idea", ".vscode", "__pycache__");

    private static final Path WORK_OF_A_LEARNER = root().resolve("course");

    private Repository() {}

    public static Path root() {
        return Path.of(System.getProperty("stack.root", "..")).toAbsolutePath().normalize();
    }

    /** A value of this clone's {@code .env}. */
    public static Optional<String> setting(String name) {
        var file = root().resolve(".env");
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        return read(file)
                .lines()
                .filter(line -> line.startsWith(name + "="))
                .map(line -> line.substring(name.length() + 1))
                .filter(value -> !value.isBlank())
                .findFirst();
    }

    /** The same as Compose has it: a variable of the shell wins over the file. */
    public static Optional<String> settingInForce(String name) {
        return Optional.ofNullable(System.getenv(name)).or(() -> setting(name));
    }

    public static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    /** All source files, relative to the root, in order. */
    public static List<Path> sources() {
        var found = new ArrayList<Path>();
        try {
            Files.walkFileTree(root(), new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                    return NOT_SOURCES.contains(folder.getFileName().toString()) || folder.equals(WORK_OF_A_LEARNER)
                            ? FileVisitResult.SKIP_SUBTREE
                            : FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    found.add(root().relativize(file));
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list " + root(), e);
        }
        found.sort(null);
        return List.copyOf(found);
    }
}
