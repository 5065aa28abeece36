package dev.datastack.cli.course;

import dev.datastack.cli.docker.Compose;
import dev.datastack.cli.process.CommandRunner;
import dev.datastack.cli.process.ProcessRunner;
import java.nio.file.Path;

/** Clones for tests, with a stack that nobody asks whose it is. */
final class Clones {
    private Clones() {}

    static Clone on(CommandRunner runner, Path root) {
        return new Clone(root, () -> new Compose(runner, root));
    }

    static Clone real(Path root) {
        return on(new ProcessRunner(), root);
    }
}
