package dev.datastack.cli.engine;

import dev.datastack.cli.process.Call;
import dev.datastack.cli.process.CommandRunner;
import java.nio.file.Path;

/** Hands the terminal to docker/engine/install.sh, which asks and reports for itself. */
public final class EngineInstaller {
    private final CommandRunner runner;
    private final Path root;

    public EngineInstaller(CommandRunner runner, Path root) {
        this.runner = runner;
        this.root = root;
    }

    /** Returns the script's exit code, which is one of this command's own. */
    public int install(boolean yes) {
        var script = root.resolve("docker/engine/install.sh").toString();
        return runner.attach((yes ? Call.of("bash", script, "--yes") : Call.of("bash", script)).in(root));
    }
}
