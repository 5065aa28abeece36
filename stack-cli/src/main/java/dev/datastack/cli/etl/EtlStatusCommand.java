package dev.datastack.cli.etl;

import dev.datastack.cli.context.Context;
import dev.datastack.cli.ledger.Ledger;
import dev.datastack.cli.ledger.Load;
import dev.datastack.cli.problem.ExitCode;
import dev.datastack.cli.terminal.Table;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;

@Command(
        name = "status",
        mixinStandardHelpOptions = true,
        description = "Every load of the ledger: rows read, loaded, rejected.",
        footer = {"", "The exit code is 1 when the newest load of a dataset and period has failed."})
public final class EtlStatusCommand implements Callable<Integer> {
    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    private final Context context;

    public EtlStatusCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        context.engine().require();
        var compose = context.compose();
        context.requireRunning(compose, "postgres");
        var loads = new Ledger(compose).loads();
        if (json) {
            context.terminal()
                    .say(JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(loads));
        } else {
            print(loads);
        }
        return loads.stream()
                        .anyMatch(load -> isNewest(load, loads) && load.status().equals("failed"))
                ? ExitCode.NO
                : ExitCode.WELL;
    }

    private static boolean isNewest(Load load, List<Load> loads) {
        return loads.stream()
                .noneMatch(other -> other.id() > load.id()
                        && other.dataset().equals(load.dataset())
                        && other.period().equals(load.period()));
    }

    private void print(List<Load> loads) {
        var table = new Table("ID", "DATASET", "PERIOD", "STATUS", "ATTEMPT", "READ", "LOADED", "REJECTED", "ERROR");
        for (var load : loads) {
            table.row(
                    String.valueOf(load.id()),
                    load.dataset(),
                    load.period(),
                    load.status(),
                    String.valueOf(load.attempt()),
                    String.valueOf(load.read()),
                    String.valueOf(load.loaded()),
                    String.valueOf(load.rejected()),
                    load.error());
        }
        table.lines().forEach(context.terminal()::say);
    }
}
