package dev.datastack.cli.engine.install;

import dev.datastack.cli.context.Context;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "install",
        mixinStandardHelpOptions = true,
        description = "Installs Docker Engine with Compose on Debian or Ubuntu, and starts it (asks first).",
        footer = {"", "Examples:", "  ./stack engine install", "  ./stack engine install --yes    without a question"})
public final class EngineInstallCommand implements Callable<Integer> {
    @Option(
            names = {"-y", "--yes"},
            description = "Do not ask.")
    private boolean yes;

    private final Context context;

    public EngineInstallCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        return context.engine().install(yes);
    }
}
