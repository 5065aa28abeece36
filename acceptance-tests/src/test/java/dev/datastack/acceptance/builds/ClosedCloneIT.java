package dev.datastack.acceptance.builds;

import static org.assertj.core.api.Assertions.assertThat;

import dev.datastack.acceptance.stack.NeedsEngine;
import dev.datastack.acceptance.stack.Project;
import dev.datastack.acceptance.stack.Shell;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A clone made with {@code umask 077}: nobody but its owner may read a file. Every image is built anew, which takes minutes. */
@NeedsEngine
@Tag("long")
class ClosedCloneIT {
    /** What the images add to their bases. */
    private static final List<String> OURS =
            List.of("/opt", "/app", "/etc/stack", "/docker-entrypoint-initdb.d", "/usr/local");

    private static final String UNREADABLE = "for folder in %s; do [ ! -e $folder ] || "
            + "find $folder ! -readable -print -o -type d ! -executable -print; done";

    @Test
    void the_images_of_a_clone_that_others_may_not_read_are_readable_for_their_users(@TempDir Path folder)
            throws IOException {
        var clone = Clone.built(folder.resolve("clone"));
        close(clone.folder());
        try (var project = Project.fresh(clone.folder())) {
            var shell = project.shell().within(Duration.ofMinutes(30));
            var built = shell.run("docker", "compose", "--progress", "plain", "build");
            assertThat(built.well()).as(Shell.told(built)).isTrue();
            for (var image : List.of("postgres", "airflow", "pgadmin", "etl-service")) {
                assertThat(unreadable(shell, project.name() + "/" + image + ":dev"))
                        .as(image)
                        .isEmpty();
            }
            // A new data directory, with the settings, roles and scripts of the image.
            var up = project.up("--no-build", "--wait", "postgres");
            assertThat(up.well()).as(Shell.told(up)).isTrue();
        }
    }

    private static String unreadable(Shell shell, String image) {
        var script = UNREADABLE.formatted(String.join(" ", OURS));
        return shell.output("docker", "run", "--rm", "--network", "none", "--entrypoint", "sh", image, "-c", script);
    }

    private static void close(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (var file : files.toList()) {
                var mode = EnumSet.copyOf(Files.getPosixFilePermissions(file));
                mode.removeIf(right -> !right.name().startsWith("OWNER"));
                Files.setPosixFilePermissions(file, mode);
            }
        }
    }
}
