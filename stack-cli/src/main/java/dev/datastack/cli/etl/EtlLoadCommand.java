package dev.datastack.cli.etl;

import dev.datastack.cli.context.Context;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "load",
        mixinStandardHelpOptions = true,
        description = "Requests loads from the running service, and shows the progress.",
        footer = {
            "",
            "Examples:",
            "  ./stack etl load flights 2013-01             one month",
            "  ./stack etl load weather 2013-01..2013-06    a range; 2013 is the whole year",
            "  ./stack etl load flights                     every month that has a file in data/nycflights13",
            "  ./stack etl load --all                       every file",
            "",
            "A load replaces its period, so loading it twice changes nothing. Ctrl-C stops the display, not the loads. The"
                    + " exit code is 1 when a load failed, 2 when there is no such dataset or period."
        })
public final class EtlLoadCommand implements Callable<Integer> {
    @Parameters(
            paramLabel = "DATASET [PERIOD...]",
            hideParamSyntax = true,
            arity = "0..*",
            description =
                    "airlines, airports, planes, timezones, flights or weather; then a month, a range of months or a year.")
    private List<String> wanted = new ArrayList<>();

    @Option(names = "--all", description = "Every dataset, every period that has a file.")
    private boolean all;

    private final Context context;

    public EtlLoadCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        var argv = new ArrayList<>(List.of("etl", "load"));
        argv.addAll(wanted);
        if (all) {
            argv.add("--all");
        }
        return context.inside("etl-service", argv);
    }
}
