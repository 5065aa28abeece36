package dev.datastack.cli.course.drill;

import dev.datastack.cli.problem.Problem;
import dev.datastack.cli.problem.StackException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The file that Compose reads after docker-compose.yml when it lies beside it. A learner's own is never touched. */
final class OverrideFile {
    private final Path file;

    OverrideFile(Path root) {
        this.file = root.resolve("docker-compose.override.yml");
    }

    boolean exists() {
        return Files.exists(file);
    }

    void write(String yaml) {
        try {
            Files.writeString(file, "# Changes for this machine.\n" + yaml);
        } catch (IOException e) {
            throw failed("written", e);
        }
    }

    void delete() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw failed("deleted", e);
        }
    }

    private StackException failed(String verb, IOException cause) {
        return new StackException(
                Problem.DRILL_REFUSED,
                "docker-compose.override.yml cannot be " + verb + " (" + cause + ").",
                file.toString(),
                "check the owner of the folder");
    }
}
