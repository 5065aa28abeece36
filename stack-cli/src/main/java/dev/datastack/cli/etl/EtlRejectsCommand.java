package dev.datastack.cli.etl;

import dev.datastack.cli.context.Context;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "rejects",
        mixinStandardHelpOptions = true,
        description = "Shows the rejected rows, with file, line, column and reason.",
        footer = {
            "",
            "Examples:",
            "  ./stack etl rejects",
            "  ./stack etl rejects weather 2013-02",
            "  ./stack etl rejects --json"
        })
public final class EtlRejectsCommand implements Callable<Integer> {
    @Parameters(
            paramLabel = "[DATASET [PERIOD]]",
            arity = "0..2",
            hideParamSyntax = true,
            description = "Only this dataset.")
    private List<String> wanted = new ArrayList<>();

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    private final Context context;

    public EtlRejectsCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        var argv = new ArrayList<>(List.of("etl", "rejects"));
        argv.addAll(wanted);
        if (json) {
            argv.add("--json");
        }
        return context.inside("etl-service", argv);
    }
}
