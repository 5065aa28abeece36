package dev.datastack.acceptance.loading;

import dev.datastack.acceptance.stack.Repository;
import dev.datastack.acceptance.stack.Shell;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** The sources alone, as git brings them, and a shell that finds every program of this machine but those for containers. */
record FreshClone(Path folder, Shell shell) {
    private static final Set<String> CONTAINER_TOOLS =
            Set.of("docker", "docker-compose", "dockerd", "containerd", "podman", "buildah", "nerdctl");

    static FreshClone on(Path machine) throws IOException {
        var folder = machine.resolve("clone");
        for (var file : Repository.sources()) {
            var copy = folder.resolve(file);
            Files.createDirectories(Objects.requireNonNull(copy.getParent()));
            Files.copy(Repository.root().resolve(file), copy, StandardCopyOption.COPY_ATTRIBUTES);
        }
        Files.deleteIfExists(folder.resolve(".env"));
        var temporary = Files.createDirectory(machine.resolve("tmp"));
        var environment = Map.of(
                "PATH", pathWithoutDocker(machine.resolve("bin")).toString(),
                "JAVA_HOME", System.getProperty("java.home", ""),
                "JAVA_TOOL_OPTIONS", "-Djava.io.tmpdir=" + temporary);
        return new FreshClone(
                folder, Shell.in(folder).within(Duration.ofMinutes(10)).with(environment));
    }

    private static Path pathWithoutDocker(Path bin) throws IOException {
        Files.createDirectories(bin);
        var path = Objects.requireNonNullElse(System.getenv("PATH"), "/usr/bin:/bin");
        for (var folder : List.of(path.split(":", -1))) {
            if (Files.isDirectory(Path.of(folder))) {
                link(Path.of(folder), bin);
            }
        }
        return bin;
    }

    private static void link(Path folder, Path bin) throws IOException {
        try (var programs = Files.list(folder)) {
            for (var program : programs.toList()) {
                var name = Objects.requireNonNull(program.getFileName()).toString();
                var link = bin.resolve(name);
                if (!CONTAINER_TOOLS.contains(name) && !Files.exists(link, LinkOption.NOFOLLOW_LINKS)) {
                    Files.createSymbolicLink(link, program.toAbsolutePath());
                }
            }
        }
    }
}
