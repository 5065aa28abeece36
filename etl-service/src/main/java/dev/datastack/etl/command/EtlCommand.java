package dev.datastack.etl.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

@Command(
        name = "etl-service",
        description = "Loads files into the warehouse.",
        synopsisSubcommandLabel = "[worker | load | status | rejects]",
        footer = {
            "",
            "The database: SPRING_DATASOURCE_URL (jdbc:postgresql://127.0.0.1:5432/warehouse), …_USERNAME (etl),"
                    + " …_PASSWORD;",
            "              or PGHOST, PGPORT, PGSSLMODE, PGSSLROOTCERT, as for every program of PostgreSQL.",
            "The files:    ETL_DATA_DIR (/data).",
            "",
            "Exit codes: 0 well, 1 it ran and the answer is no, 2 wrong usage."
        })
final class EtlCommand implements Runnable {

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = ScopeType.INHERIT,
            description = "Show this help.")
    @SuppressWarnings("UnusedVariable") // picocli alone reads it
    private boolean help;

    private final Service service;

    EtlCommand(Service service) {
        this.service = service;
    }

    @Override
    public void run() {
        service.serve();
    }
}
