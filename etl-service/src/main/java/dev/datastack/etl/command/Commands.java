package dev.datastack.etl.command;

import dev.datastack.etl.dataset.Datasets;
import java.io.PrintWriter;
import picocli.CommandLine;

/** The command line of the jar. */
public final class Commands {

    private Commands() {}

    /** The container's case, which need not wait for a parser of command lines. */
    public static boolean isService(String... arguments) {
        return arguments.length == 0 || (arguments.length == 1 && arguments[0].equals("worker"));
    }

    /** Returns the exit code: 0 well, 1 the answer is no, 2 wrong usage. */
    public static int run(Service service, Terminal terminal, String... arguments) {
        Datasets datasets = Datasets.declared();
        return new CommandLine(new EtlCommand(service))
                .addSubcommand(new WorkerCommand(service))
                .addSubcommand(new LoadCommand(service, terminal, datasets))
                .addSubcommand(new StatusCommand(service, terminal))
                .addSubcommand(new RejectsCommand(service, terminal, datasets))
                .setOverwrittenOptionsAllowed(true)
                .setOut(terminal.out())
                .setErr(terminal.err())
                .setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF))
                .setExecutionExceptionHandler((thrown, command, parsed) -> print(thrown, service, terminal))
                .execute(arguments);
    }

    private static int print(Exception thrown, Service service, Terminal terminal) {
        if (service.isStopping()) {
            terminal.over("");
            terminal.warn(
                    "etl-service: stopped. What is not loaded yet stays requested, for the next worker that comes.");
            return Failure.NO;
        }
        if (thrown instanceof Failure failure) {
            return failure.printOn(terminal);
        }
        return DatabaseFailure.in(thrown, service.database())
                .map(failure -> failure.printOn(terminal))
                .orElseGet(() -> unexpected(thrown, terminal));
    }

    private static int unexpected(Exception thrown, Terminal terminal) {
        thrown.printStackTrace(new PrintWriter(terminal.err(), true));
        terminal.warn("etl-service: an unexpected error: " + thrown);
        terminal.warn("  next:  report it with the lines above");
        return Failure.NO;
    }
}
