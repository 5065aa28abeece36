package dev.datastack.cli.open;

import dev.datastack.cli.context.Context;
import dev.datastack.cli.ports.OtherLocalhost;
import dev.datastack.cli.problem.ExitCode;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

@Command(
        name = "open",
        mixinStandardHelpOptions = true,
        description = "Prints the addresses, and opens the pages in a browser if there is one.",
        footer = {"", "Examples:", "  ./stack open"})
public final class OpenCommand implements Callable<Integer> {
    private final Context context;

    public OpenCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        context.engine().require();
        var model = context.compose().model();
        new OtherLocalhost().warnings(model).forEach(context.terminal()::warn);
        for (var door : Doors.of(model)) {
            context.terminal().say("%-11s %s".formatted(door.name(), door.url()));
            if (context.terminal().isScreen() && door.url().startsWith("http")) {
                new Browser(context.runner(), context.terminal()).open(door.url());
            }
        }
        return ExitCode.WELL;
    }
}
