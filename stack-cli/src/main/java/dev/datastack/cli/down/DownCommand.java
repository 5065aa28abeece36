package dev.datastack.cli.down;

import dev.datastack.cli.context.Context;
import dev.datastack.cli.problem.ExitCode;
import dev.datastack.cli.problem.Problem;
import dev.datastack.cli.problem.StackException;
import dev.datastack.cli.terminal.StatusLine;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "down",
        mixinStandardHelpOptions = true,
        description = "Stops the stack; keeps its data unless --volumes is given.",
        footer = {
            "",
            "Examples:",
            "  ./stack down              keeps the data",
            "  ./stack down --volumes    deletes it, after a question"
        })
public final class DownCommand implements Callable<Integer> {
    @Option(names = "--volumes", description = "Delete the data and the passwords as well (asks first).")
    private boolean volumes;

    @Option(
            names = {"-y", "--yes"},
            description = "Do not ask.")
    private boolean yes;

    private final Context context;

    public DownCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        context.engine().require();
        var compose = context.compose();
        if (volumes && !yes) {
            confirm(compose.model().project());
        }
        var status = new StatusLine(context.terminal(), "down");
        var finished = compose.down(volumes, status::now);
        status.clear();
        finished.orThrow();
        status.done(volumes ? "stopped, its volumes are deleted." : "stopped, its data is kept.");
        return ExitCode.WELL;
    }

    private void confirm(String project) {
        if (!context.terminal().agrees("Delete the volumes of " + project + ": database, passwords, logs?")) {
            throw new StackException(
                    Problem.CONSENT_NEEDED,
                    "--volumes deletes the database, the passwords and the logs of " + project + "."
                            + " Nothing was stopped or deleted.",
                    "to ask",
                    "confirm with './stack down --volumes --yes', or stop it and keep the data with './stack down'");
        }
    }
}
