package dev.datastack.cli.status;

import dev.datastack.cli.context.Context;
import dev.datastack.cli.docker.ComposeModel;
import dev.datastack.cli.problem.ExitCode;
import dev.datastack.cli.terminal.StatusLine;
import dev.datastack.cli.terminal.Style;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;

@Command(
        name = "status",
        mixinStandardHelpOptions = true,
        description = "Shows each service's state, health, uptime and address, and how much of the year is loaded.",
        footer = {
            "",
            "With --watch, it looks every two seconds: on a terminal the table is updated in place, with CPU and memory;"
                    + " elsewhere it prints a line for each change. Ctrl-C ends it.",
            "",
            "Examples:",
            "  ./stack status                               is everything healthy?",
            "  ./stack status --stats                       with CPU and memory of each service",
            "  ./stack status --watch                       until Ctrl-C",
            "  ./stack status --json | jq '.services[]'     for scripts",
            "",
            "The exit code is 0 if every service is healthy, or else 1."
        })
public final class StatusCommand implements Callable<Integer> {
    private static final String JSON = "--json";
    private static final String STATS = "--stats";

    @ArgGroup
    private Form form = new Form();

    /** One or the other. */
    private static final class Form {
        @Option(names = JSON, description = "Print JSON.")
        private boolean json;

        @Option(
                names = {"-w", "--watch"},
                description = "Look again every two seconds until Ctrl-C.")
        private boolean watch;
    }

    @Option(
            names = {STATS, "--memory"},
            description = "Also show CPU and memory against its limit, which takes two seconds.")
    private boolean stats;

    private final Context context;

    public StatusCommand(Context context) {
        this.context = context;
    }

    /**
     * The command that these words mean where all of them are its own. It is the one that is typed most, and to find that
     * out without picocli halves what it takes; whatever else was typed is picocli's to understand, or to refuse.
     */
    public static Optional<StatusCommand> of(Context context, List<String> words) {
        var options = words.stream().skip(1).toList();
        if (!words.stream().limit(1).toList().equals(List.of("status"))
                || !Set.of(JSON, STATS).containsAll(options)
                || options.size() > Set.copyOf(options).size()) {
            return Optional.empty();
        }
        var command = new StatusCommand(context);
        command.form.json = options.contains(JSON);
        command.stats = options.contains(STATS);
        return Optional.of(command);
    }

    @Override
    public Integer call() {
        var model = context.model();
        if (form.watch) {
            return watch(model);
        }
        var status = read(model);
        if (form.json) {
            context.terminal()
                    .say(JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(status));
        } else {
            text(status, stats).lines(width()).forEach(this::print);
        }
        return exitCode(status);
    }

    private int watch(ComposeModel model) {
        var withUse = context.terminal().isScreen();
        new StatusWatch(context).run(() -> text(reader(model).read(withUse), withUse));
        return ExitCode.WELL;
    }

    private StackStatus read(ComposeModel model) {
        var reader = reader(model);
        if (!stats) {
            return reader.read(false);
        }
        var line = new StatusLine(context.terminal().toErr(), "status");
        line.now("measuring for two seconds");
        try {
            return reader.read(true);
        } finally {
            line.clear();
        }
    }

    private StatusReader reader(ComposeModel model) {
        return new StatusReader(model, context.containers(model.project()), context.docker());
    }

    private StatusText text(StackStatus status, boolean withUse) {
        return new StatusText(status, context.time().now(), withUse);
    }

    /** A pipe has no width: whatever reads it wants the columns. */
    private int width() {
        return context.terminal().isScreen() ? context.terminal().columns() : Integer.MAX_VALUE;
    }

    private void print(StatusText.Line line) {
        var terminal = context.terminal();
        terminal.say(line.bad() ? terminal.paint(Style.BAD, line.text()) : line.text());
    }

    private static int exitCode(StackStatus status) {
        return status.well() ? ExitCode.WELL : ExitCode.NO;
    }
}
