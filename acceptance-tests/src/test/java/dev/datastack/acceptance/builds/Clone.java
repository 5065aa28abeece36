package dev.datastack.acceptance.builds;

import dev.datastack.acceptance.stack.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A copy of the repository that a test may change. */
public record Clone(Path folder) {
    /** The sources alone, as {@code git clone} leaves them. */
    public static Clone ofSources(Path folder) throws IOException {
        var clone = new Clone(folder);
        for (var file : Repository.sources()) {
            clone.copy(file);
        }
        // `.env` is one of them, and may name a bundle in here.
        clone.copyFolder(Path.of(".stack"));
        return clone;
    }

    /** Sources, and what the images take from {@code target}: the state after a {@code ./mvnw package}. */
    public static Clone built(Path folder) throws IOException {
        var clone = ofSources(folder);
        clone.copy(Path.of("etl-service/target/etl-service.jar"));
        clone.copyFolder(Path.of("healthcheck-agent/target"));
        clone.copyFolder(Path.of("etl-service/target/classes"));
        return clone;
    }

    public Path file(String path) {
        return folder.resolve(path);
    }

    public void replace(String path, String before, String after) throws IOException {
        var text = Files.readString(file(path));
        if (!text.contains(before)) {
            throw new AssertionError("there is no '" + before + "' in " + path);
        }
        Files.writeString(file(path), text.replace(before, after));
    }

    /** Its {@code .env}: what images are built with here, and these. */
    public void settings(Map<String, String> more) throws IOException {
        var lines = new ArrayList<String>();
        for (var name : List.of("BASE_PREFIX", "STACK_CA_BUNDLE")) {
            Repository.setting(name).ifPresent(value -> lines.add(name + "=" + value));
        }
        more.forEach((name, value) -> lines.add(name + "=" + value));
        Files.write(file(".env"), lines);
    }

    public void append(String path, String line) throws IOException {
        Files.writeString(file(path), Files.readString(file(path)) + line + "\n");
    }

    private void copyFolder(Path name) throws IOException {
        var source = Repository.root().resolve(name);
        if (Files.exists(source)) {
            try (var files = Files.walk(source)) {
                for (var file : files.filter(Files::isRegularFile).toList()) {
                    copy(Repository.root().relativize(file));
                }
            }
        }
    }

    private void copy(Path file) throws IOException {
        var target = folder.resolve(file);
        Files.createDirectories(Objects.requireNonNull(target.getParent()));
        Files.copy(
                Repository.root().resolve(file),
                target,
                StandardCopyOption.COPY_ATTRIBUTES,
                StandardCopyOption.REPLACE_EXISTING);
    }
}
