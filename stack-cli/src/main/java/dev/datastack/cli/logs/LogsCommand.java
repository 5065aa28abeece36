package dev.datastack.cli.logs;

import dev.datastack.cli.context.Context;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "logs", mixinStandardHelpOptions = true, description = "Shows the logs of all or some services.")
public final class LogsCommand implements Callable<Integer> {
    @Option(
            names = {"-f", "--follow"},
            description = "Follow the logs until Ctrl-C.")
    private boolean follow;

    @Option(
            names = {"-n", "--tail"},
            paramLabel = "LINES",
            description = "The number of lines per service (default: 100).")
    private int tail = 100;

    @Parameters(paramLabel = "SERVICE", arity = "0..*", description = "A service name from docker-compose.yml.")
    private List<String> services = new ArrayList<>();

    private final Context context;

    public LogsCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        context.engine().require();
        return context.compose().showLogs(services, tail, follow);
    }
}
