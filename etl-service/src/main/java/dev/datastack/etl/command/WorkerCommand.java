package dev.datastack.etl.command;

import picocli.CommandLine.Command;

@Command(
        name = "worker",
        description = "Claims the loads that are requested, one after another, until it is stopped (the default).",
        footer = {
            "",
            "ETL_WORKERS says how many are done at once (2), ETL_DATA_DIR where the files are. A load is requested with",
            "'load', or in SQL: SELECT etl.request_load('flights', '2013-01', 'me');"
        })
final class WorkerCommand implements Runnable {

    private final Service service;

    WorkerCommand(Service service) {
        this.service = service;
    }

    @Override
    public void run() {
        service.serve();
    }
}
