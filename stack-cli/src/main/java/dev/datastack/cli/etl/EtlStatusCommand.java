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
        description = "The ledger: the newest load of each dataset and period; rows read, loaded, rejected.",
        footer = {
            "",
            "The exit code is 1 when one of them has failed. The ETL service answers, so it must run; without it:",
            "  ./stack psql -c 'select * from etl.load order by id'"
        })
public final class EtlStatusCommand implements Callable<Integer> {
    @Option(names = "--history", description = "Every load there ever was.")
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
