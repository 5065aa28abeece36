package dev.datastack.cli.logs;

import dev.datastack.cli.context.Context;
import dev.datastack.cli.docker.Compose;
import dev.datastack.cli.docker.ComposeModel;
import dev.datastack.cli.docker.ServiceLogs.Part;
import dev.datastack.cli.problem.ExitCode;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

@Command(
        name = "logs",
        mixinStandardHelpOptions = true,
        description = "Shows the logs of all or some services.",
        footer = {
            "",
            "Examples:",
            "  ./stack logs                                     the last 100 lines of each service",
            "  ./stack logs -f etl-service                      follow one service until Ctrl-C",
            "  ./stack logs --since 10m                         the last ten minutes",
            "  ./stack logs --grep '(?i)error|fatal' postgres   lines that match, in any case",
            "",
            "With --grep, the exit code is 1 if no line matched."
        })
public final class LogsCommand implements Callable<Integer> {
    @Option(
            names = {"-f", "--follow"},
            description = "Follow the logs until Ctrl-C.")
    private boolean follow;

    @Option(
            names = {"-n", "--tail"},
            paramLabel = "LINES",
            description = "The number of lines per service (default: 100, or all with --since or --grep).")
    private @Nullable Integer tail;

    @Option(
            names = "--since",
            paramLabel = "TIME",
            converter = Since.Typed.class,
            description = "Only lines since then: 90s, 10m, 2h, or a time such as 2026-01-31T08:00:00Z.")
    private @Nullable Since since;

    @Option(
            names = {"-g", "--grep"},
            paramLabel = "PATTERN",
            converter = Expression.class,
            description = "Only lines that this regular expression is found in; (?i) at its start ignores case.")
    private @Nullable Pattern grep;

    /** Says where the expression is wrong. */
    static final class Expression implements ITypeConverter<Pattern> {
        @Override
        public Pattern convert(String text) {
            try {
                return Pattern.compile(text);
            } catch (PatternSyntaxException e) {
                throw new TypeConversionException("'" + text + "' is not a regular expression: " + e.getDescription());
            }
        }
    }

    @Parameters(paramLabel = "SERVICE", arity = "0..*", description = "A service name from docker-compose.yml.")
    private List<String> services = new ArrayList<>();

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    private final Context context;

    public LogsCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        context.engine().require();
        var compose = context.compose();
        requireUsable(compose);
        var logs = compose.logs();
        if (grep == null) {
            return logs.show(part());
        }
        var search = new LogSearch(grep, context.terminal());
        var finished = logs.read(part(), search::take);
        finished.err().forEach(context.terminal()::warn);
        return finished.well() && !search.hasFound() ? ExitCode.NO : finished.exitCode();
    }

    /** Docker shows nothing of a name that is none, and all lines for a number below 0. */
    private void requireUsable(Compose compose) {
        if (tail != null && tail < 0) {
            throw new ParameterException(spec.commandLine(), "There are no " + tail + " lines; -n takes 0 or more");
        }
        if (!services.isEmpty()) {
            ComposeModel.unknown(services, compose.model().services()).ifPresent(unknown -> {
                throw new ParameterException(spec.commandLine(), unknown);
            });
        }
    }

    private Part part() {
        var all = grep != null || since != null;
        var lines = tail == null ? (all ? "all" : "100") : tail.toString();
        return new Part(services, lines, since == null ? "" : since.text(), follow);
    }
}
