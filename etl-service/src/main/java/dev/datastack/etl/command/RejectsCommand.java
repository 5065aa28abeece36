package dev.datastack.etl.command;

import dev.datastack.etl.dataset.Datasets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "rejects",
        description = "The quarantine: rows that broke a rule, of the newest load of each dataset and period.",
        footer = {
            "",
            "Examples:",
            "  rejects",
            "  rejects weather 2013-02",
            "  rejects --json | jq '.[].raw'",
        })
final class RejectsCommand implements Callable<Integer> {

    private static final String REJECTS = """
            SELECT l.dataset, l.period, r.load_id AS load, coalesce(l.file, '') AS file, r.line,
                   coalesce(r.column_name, '') AS "column", r.reason, r.raw
              FROM etl.reject r JOIN etl.load l ON l.id = r.load_id
             WHERE (?::text IS NULL OR l.dataset = ?) AND (?::text IS NULL OR l.period = ?)
               AND NOT EXISTS (SELECT FROM etl.load n WHERE n.dataset = l.dataset AND n.period = l.period
                                  AND n.id > l.id AND n.status IN ('done', 'failed'))
             ORDER BY l.dataset, l.period, r.line
            """;

    @Parameters(index = "0", arity = "0..1", paramLabel = "DATASET", description = "Of this one alone.")
    private @Nullable String dataset;

    @Parameters(index = "1", arity = "0..1", paramLabel = "PERIOD", description = "Of this one alone.")
    private @Nullable String period;

    @Option(
            names = "--limit",
            paramLabel = "ROWS",
            description = "Show so many, of JSON as well (default: ${DEFAULT-VALUE}).")
    private int limit = 1000;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    private final Service service;
    private final Terminal terminal;
    private final WantedLoads wanted;

    RejectsCommand(Service service, Terminal terminal, Datasets datasets) {
        this.service = service;
        this.terminal = terminal;
        this.wanted = new WantedLoads(datasets);
    }

    @Override
    public Integer call() throws SQLException {
        if (dataset != null) {
            wanted.named(dataset, period == null ? List.of() : List.of(period));
        }
        @Nullable String[] filter = {dataset, dataset, period, period};
        try (Warehouse warehouse = service.connect(false);
                Connection connection = warehouse.connection()) {
            String rejects = REJECTS + " LIMIT " + limit;
            if (json) {
                terminal.say(Answer.json(connection, rejects, filter));
            } else {
                print(Answer.to(connection, rejects, filter).byName());
            }
            return 0;
        }
    }

    private void print(List<Map<String, String>> rejects) {
        if (rejects.isEmpty()) {
            terminal.say("No row was rejected.");
        }
        for (Map<String, String> reject : rejects) {
            String column = reject.getOrDefault("column", "");
            terminal.say("%s line %s%s: %s"
                    .formatted(
                            reject.get("file"),
                            reject.get("line"),
                            column.isEmpty() ? "" : ", column " + column,
                            reject.get("reason")));
            terminal.say("    " + reject.get("raw"));
        }
        if (rejects.size() >= limit) {
            terminal.say("There may be more: --limit " + 10 * limit);
        }
    }
}
