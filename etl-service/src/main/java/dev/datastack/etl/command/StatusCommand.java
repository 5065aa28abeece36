package dev.datastack.etl.command;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "status",
        description = "The ledger: the newest load of each dataset and period.",
        footer = {"", "The exit code is 1 when one of them has failed."})
final class StatusCommand implements Callable<Integer> {

    // Oldest periods first, as one reads them; of each the newest load, or all.
    private static final String LOADS = """
            SELECT id, dataset, period, status, attempt, rows_read AS read, rows_loaded AS loaded,
                   rows_rejected AS rejected, round(extract(epoch FROM finished_at - started_at), 2) AS seconds,
                   requested_by, error, waits_for
              FROM etl.load l
             WHERE ?::boolean OR NOT EXISTS (SELECT FROM etl.load n WHERE n.dataset = l.dataset
                                                AND n.period = l.period AND n.id > l.id)
             ORDER BY dataset, period, id
            """;

    private static final String FAILED = """
            SELECT count(*) FROM (SELECT DISTINCT ON (dataset, period) status FROM etl.load
                                   ORDER BY dataset, period, id DESC) newest
             WHERE status = 'failed'
            """;

    @Option(names = "--history", description = "Every load there ever was.")
    private boolean history;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    private final Service service;
    private final Terminal terminal;

    StatusCommand(Service service, Terminal terminal) {
        this.service = service;
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws SQLException {
        String everything = String.valueOf(history);
        try (Warehouse warehouse = service.connect(false);
                Connection connection = warehouse.connection()) {
            if (json) {
                terminal.say(Answer.json(connection, LOADS, everything));
            } else {
                print(Answer.to(connection, LOADS, everything));
            }
            String failed = Answer.to(connection, FAILED).rows().get(0).get(0);
            return failed.equals("0") ? 0 : Failure.NO;
        }
    }

    private void print(Answer loads) {
        if (loads.rows().isEmpty()) {
            terminal.say("The ledger is empty: nothing was requested yet. 'load --all' loads every file there is.");
        } else {
            loads.lines().forEach(terminal::say);
        }
    }
}
