package dev.datastack.cli.command;

import dev.datastack.cli.docker.ServiceState;
import dev.datastack.cli.problem.Problem;
import dev.datastack.cli.problem.StackException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "psql",
        description = "PostgreSQL's prompt in the database warehouse; what follows goes to psql.",
        footer = {"", "Example: ./stack psql -c 'select count(*) from core.flight'"})
final class PsqlCommand implements Callable<Integer> {
    @Parameters(paramLabel = "ARGS", arity = "0..*", description = "For psql, such as -c 'select 1' or -f -.")
    private List<String> arguments = new ArrayList<>();

    private final Context context;

    PsqlCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        context.engine().require();
        var compose = context.compose();
        if (compose.states().stream().noneMatch(PsqlCommand::isDatabase)) {
            throw new StackException(
                    Problem.NOT_RUNNING,
                    "the service postgres is down.",
                    "docker compose ps",
                    "start it with './stack up'");
        }
        var argv = new ArrayList<>(List.of("exec"));
        if (!context.terminal().isScreen() || !context.terminal().hasPerson()) {
            argv.add("-T");
        }
        argv.addAll(List.of("postgres", "psql", "-U", "postgres", "-d", "warehouse"));
        argv.addAll(arguments);
        return compose.attach(argv);
    }

    private static boolean isDatabase(ServiceState state) {
        return state.service().equals("postgres") && state.isRunning();
    }
}
