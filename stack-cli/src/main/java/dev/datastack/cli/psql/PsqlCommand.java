package dev.datastack.cli.psql;

import dev.datastack.cli.context.Context;
import dev.datastack.cli.database.Psql;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "psql",
        description = "Opens psql in the database warehouse; further arguments are passed to psql.",
        footer = {
            "",
            "Examples:",
            "  ./stack psql                                            a prompt",
            "  ./stack psql -c 'select count(*) from core.flight'",
            "  ./stack psql --csv -c 'select * from etl.load' > loads.csv"
        })
public final class PsqlCommand implements Callable<Integer> {
    @Parameters(paramLabel = "ARGS", arity = "0..*", description = "For psql, such as -c 'select 1' or -f -.")
    private List<String> arguments = new ArrayList<>();

    private final Context context;

    public PsqlCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        var argv = new ArrayList<>(Psql.prompt("warehouse"));
        argv.addAll(arguments);
        return context.inside("postgres", argv);
    }
}
