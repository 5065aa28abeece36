package dev.datastack.cli.sandbox;

import dev.datastack.cli.docker.Containers;
import dev.datastack.cli.docker.Run;
import dev.datastack.cli.process.CommandException;
import dev.datastack.cli.process.CommandRunner;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Deletes what a container wrote as another user: a container may delete it too. {@code find} follows no link. */
record RootDeletion(CommandRunner runner, String basePrefix, Duration limit) {
    void delete(Path folder) {
        var find = List.of("find", "/sandbox", "-mindepth", "1", "-delete");
        var run =
                Run.of(basePrefix + "debian:trixie-slim", find).withoutNetwork().with(folder, "/sandbox");
        try {
            new Containers(runner).run(limit, run);
        } catch (CommandException e) {
            // Whoever asked looks at what is left, and names it.
            return;
        }
    }
}
