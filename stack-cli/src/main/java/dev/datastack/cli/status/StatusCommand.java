package dev.datastack.cli.status;

import dev.datastack.cli.context.Context;
import dev.datastack.cli.problem.ExitCode;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;

@Command(
        name = "status",
        mixinStandardHelpOptions = true,
        description = "Shows each service's state, health and ports, and how much of the year is loaded.",
        footer = {"", "The exit code is 0 if every service is healthy, or else 1."})
public final class StatusCommand implements Callable<Integer> {
    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Option(names = "--memory", description = "Also show the memory in use, which takes two seconds.")
    private boolean memory;

    private final Context context;

    public StatusCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        context.engine().require();
        var status = new StatusReader(context.compose(), context.docker()).read(memory);
        if (json) {
            context.terminal()
                    .say(JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(status));
        } else {
            new StatusText(context.terminal()).print(status, memory);
        }
        return exitCode(status);
    }

    private static int exitCode(StackStatus status) {
        return status.well() ? ExitCode.WELL : ExitCode.NO;
    }
}
