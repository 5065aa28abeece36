package dev.datastack.cli.explain.startup;

import dev.datastack.cli.context.Context;
import dev.datastack.cli.problem.ExitCode;
import dev.datastack.cli.problem.Problem;
import dev.datastack.cli.problem.StackException;
import dev.datastack.cli.startup.EngineReading;
import dev.datastack.cli.startup.StartFiles;
import dev.datastack.cli.startup.StartRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

@Command(
        name = "startup",
        mixinStandardHelpOptions = true,
        description = "Shows where the time of a start went: a waterfall, the critical path, and the last starts.",
        footer = {
            "",
            "'./stack up' records each start in .stack/starts and keeps the last 20. If none is recorded, or with --engine,"
                    + " the times are those that the engine still has of the containers. How to read it:"
                    + " docs/architecture/startup.md",
            "",
            "Examples:",
            "  ./stack explain startup",
            "  ./stack explain startup --compare            the last starts beside each other",
            "  ./stack explain startup --engine             after a plain 'docker compose up -d'",
            "  ./stack explain startup --html start.html    the same as a page",
            "  ./stack explain startup --json               for scripts"
        })
public final class ExplainStartupCommand implements Callable<Integer> {
    private static final int COMPARED = 5;

    @Option(names = "--compare", description = "Show what each part took in the last 5 starts, side by side.")
    private boolean compare;

    @Option(names = "--engine", description = "Read the containers' times from the engine, not the last record.")
    private boolean engine;

    @Option(names = "--html", paramLabel = "FILE", description = "Write a page instead.")
    private @Nullable Path html;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    private final Context context;

    public ExplainStartupCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        var recorded = new StartFiles(context.root()).newest(COMPARED, context.terminal()::warn);
        if (compare) {
            compare(recorded);
            return ExitCode.WELL;
        }
        var start = engine || recorded.isEmpty() ? fromEngine() : recorded.get(0);
        if (html != null) {
            write(html, new StartupPage(start, recorded).html());
        } else if (json) {
            context.terminal().say(writer().writeValueAsString(SummaryJson.of(Summary.of(start))));
        } else {
            var text = new StartupText(context.terminal());
            text.print(start);
            text.printSums(recorded);
        }
        return ExitCode.WELL;
    }

    private void compare(List<StartRecord> recorded) {
        if (recorded.isEmpty()) {
            throw nothing(StartFiles.FOLDER + " has none.", "to compare the last starts");
        }
        if (html != null) {
            write(html, new StartupPage(recorded.get(0), recorded).html());
        } else if (json) {
            var all = recorded.stream().map(Summary::of).map(SummaryJson::of).toList();
            context.terminal().say(writer().writeValueAsString(all));
        } else {
            new StartupText(context.terminal()).printBesideEachOther(recorded);
        }
    }

    private StartRecord fromEngine() {
        context.engine().require();
        return new EngineReading(
                        context.compose(), context.docker(), context.time().now())
                .read()
                .orElseThrow(() -> nothing(
                        StartFiles.FOLDER + " has none, and the engine knows of no container of this project that was"
                                + " ever started.",
                        "docker compose ps"));
    }

    private static StackException nothing(String what, String tried) {
        return new StackException(
                Problem.NO_START, what, tried, "run './stack up', which records its start, and try again");
    }

    private static ObjectWriter writer() {
        return JsonMapper.shared().writerWithDefaultPrettyPrinter();
    }

    private void write(Path file, String page) {
        try {
            Files.writeString(file, page);
        } catch (IOException e) {
            throw new StackException(
                    Problem.REPORT_UNWRITABLE,
                    file + ": " + e.getClass().getSimpleName() + ".",
                    "to write the page",
                    "name a file in a folder that exists and can be written");
        }
        context.terminal().say("page: " + file.toAbsolutePath());
    }
}
