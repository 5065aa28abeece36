package dev.datastack.cli.sandbox;

import dev.datastack.cli.process.Call;
import dev.datastack.cli.process.CommandException;
import dev.datastack.cli.process.CommandRunner;
import java.nio.file.Path;

/** Deletes what a container wrote as another user: a container may delete it too. {@code find} follows no link. */
final class RootDeletion {
    private final CommandRunner runner;
    private final SandboxHost host;

    RootDeletion(CommandRunner runner, SandboxHost host) {
        this.runner = runner;
        this.host = host;
    }

    void delete(Path folder) {
        var mount = "type=bind,source=" + folder + ",target=/sandbox";
        var image = host.basePrefix() + "debian:trixie-slim";
        try {
            runner.run(Call.of("docker", "run", "--rm", "--network", "none", "--mount", mount, image)
                    .plus(java.util.List.of("find", "/sandbox", "-mindepth", "1", "-delete"))
                    .within(host.bounds().removal()));
        } catch (CommandException e) {
            // Whoever asked looks at what is left, and names it.
            return;
        }
    }
}
