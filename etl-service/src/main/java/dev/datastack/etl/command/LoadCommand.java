package dev.datastack.etl.command;

import dev.datastack.etl.dataset.Datasets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "load",
        description = "Loads files into the warehouse, follows until they are in, and makes the marts anew.",
        footer = {
            "",
            "Examples:",
            "  load flights 2013-01                 one month",
            "  load weather 2013-01..2013-06 2013-09",
            "  load flights 2013                    the twelve months",
            "  load flights                         every month that has a file",
            "  load airlines                        a dataset of one file",
            "  load --all                           every file there is",
            "",
            "A load replaces its period, so doing it twice is doing it once. Rows that break a rule go to the quarantine:"
                    + " see 'rejects'. The exit code is 1 when a load failed; its period is then as it was.",
        })
final class LoadCommand implements Callable<Integer> {

    private static final String REQUESTED_BY = "command line";

    @Parameters(index = "0", arity = "0..1", paramLabel = "DATASET", description = "Such as flights.")
    private @Nullable String dataset;

    @Parameters(
            index = "1..*",
            arity = "0..*",
            paramLabel = "PERIOD",
            description = "A month (2013-01), a range (2013-01..2013-12), a year; without one, whatever has a file.")
    private List<String> periods = new ArrayList<>();

    @Option(names = "--all", description = "Every dataset, every period that has a file.")
    private boolean all;

    @Option(
            names = "--by-service",
            description = "Leave the work to a service that runs, and follow it. Otherwise this process does it.")
    private boolean byService;

    @Option(names = "--verbose", description = "Show the service's log.")
    private boolean verbose;

    private final Service service;
    private final Terminal terminal;
    private final WantedLoads wanted;

    LoadCommand(Service service, Terminal terminal, Datasets datasets) {
        this.service = service;
        this.terminal = terminal;
        this.wanted = new WantedLoads(datasets);
    }

    @Override
    public Integer call() throws SQLException, InterruptedException {
        List<WantedLoad> named = named();
        try (Warehouse warehouse = byService ? service.connect(verbose) : service.work(verbose);
                Connection connection = warehouse.connection()) {
            return load(named.isEmpty() ? filed(warehouse) : named, new LedgerDesk(connection));
        }
    }

    /** What can be understood without a database is complained of before it is asked. */
    private List<WantedLoad> named() {
        if (all == (dataset != null)) {
            throw Failure.usage(
                    all ? "--all and a dataset were given." : "Load what?",
                    "load",
                    "name a dataset, or say --all; 'load --help' has examples");
        }
        return dataset == null ? List.of() : wanted.named(dataset, periods);
    }

    private List<WantedLoad> filed(Warehouse warehouse) {
        return dataset == null ? wanted.allWithFile(warehouse.folder()) : wanted.withFile(dataset, warehouse.folder());
    }

    private int load(List<WantedLoad> loads, LedgerDesk ledger) throws SQLException, InterruptedException {
        List<Long> ids = new ArrayList<>();
        for (WantedLoad load : loads) {
            ledger.atIt(load)
                    .ifPresent(other ->
                            terminal.say(load + " is being loaded already (" + other + "); this load comes after it"));
            ids.add(ledger.request(load, REQUESTED_BY));
        }
        List<LoadState> states = new LoadFollower(ledger, terminal, !byService).follow(ids);
        if (states.stream().anyMatch(LoadState::isDone)) {
            terminal.say(ledger.refreshMarts() ? "marts: refreshed" : "marts: up to date");
        }
        String failed = states.stream()
                .filter(LoadState::isFailed)
                .map(state -> state.load().toString())
                .collect(Collectors.joining(", "));
        if (!failed.isEmpty()) {
            throw Failure.of(
                    "Not loaded: " + failed + ".", "load", "mend what the lines above name, then load that again");
        }
        return 0;
    }
}
