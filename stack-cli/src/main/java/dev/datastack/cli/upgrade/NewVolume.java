package dev.datastack.cli.upgrade;

import dev.datastack.cli.database.PostgresVersion;
import dev.datastack.cli.docker.Docker;
import dev.datastack.cli.identity.Ownership;
import dev.datastack.cli.problem.Problem;
import dev.datastack.cli.problem.StackException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The volume of the version that the data moves to. As long as it is being filled, a file says so: such a volume holds
 * nothing that is not elsewhere, and the next run deletes it. Any other is somebody's data.
 */
record NewVolume(Docker docker, Ownership ownership, Path root, String project, PostgresVersion version) {
    private static final String KEY = "postgres-data";

    String name() {
        return version.volume(project);
    }

    private Path note() {
        return root.resolve(".stack/upgrade-" + name());
    }

    /** With {@code replace}, one that is there is deleted. */
    void create(boolean replace) {
        boolean there = docker.hasVolume(name());
        if (there && !replace && !Files.exists(note())) {
            throw new StackException(
                    Problem.NOT_UPGRADED,
                    "the volume " + name() + " already has data of PostgreSQL " + version.text()
                            + ", as of an earlier time.",
                    "to make a new volume of that name",
                    "delete it and move the data of now: ./stack upgrade --to " + version.text()
                            + " --force; to go back to the data in it, set these in .env: " + version.lines());
        }
        try {
            Files.createDirectories(root.resolve(".stack"));
            Files.writeString(note(), "being filled by 'stack upgrade'\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (there) {
            docker.removeVolume(name());
        }
        ownership.create(project, KEY, name());
    }

    /** From now on it is the stack's data. */
    void filled() {
        try {
            Files.deleteIfExists(note());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
