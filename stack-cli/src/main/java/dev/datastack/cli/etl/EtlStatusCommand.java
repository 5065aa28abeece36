package dev.datastack.cli.etl;

import dev.datastack.cli.context.Context;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "status",
        mixinStandardHelpOptions = true,
        description = "Shows the latest load of each dataset and period: rows read, loaded and rejected.",
        footer = {
            "",
            "The exit code is 1 if one of them has failed. The ETL service must be running; if it is not:",
            "  ./stack psql -c 'select * from etl.load order by id'",
            "",
            "Examples:",
            "  ./stack etl status",
            "  ./stack etl status --json    for scripts"
        })
public final class EtlStatusCommand implements Callable<Integer> {
    @Option(names = "--history", description = "Show all loads, not only the latest.")
    private boolean history;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    private final Context context;

    public EtlStatusCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        var argv = new ArrayList<>(List.of("etl", "status"));
        if (history) {
            argv.add("--history");
        }
        if (json) {
            argv.add("--json");
        }
        return context.inside("etl-service", argv);
    }
}
