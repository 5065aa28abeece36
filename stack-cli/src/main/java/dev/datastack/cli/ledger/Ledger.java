package dev.datastack.cli.ledger;

import dev.datastack.cli.database.Psql;
import dev.datastack.cli.docker.JsonText;
import dev.datastack.cli.docker.ServiceExec;
import dev.datastack.cli.ledger.LoadProgress.FailedLoad;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Reads etl.load, as far as the year is concerned. */
public final class Ledger {
    private final Psql warehouse;

    public Ledger(ServiceExec services) {
        this.warehouse = new Psql(services, "warehouse");
    }

    /** Empty until the database answers and the ETL service has migrated it. */
    public Optional<LoadProgress> progress() {
        var finished = warehouse.query(Ledger.class, "progress.sql");
        return finished.well() ? Optional.of(progress(JsonText.read(finished.outText()))) : Optional.empty();
    }

    private static LoadProgress progress(JsonNode node) {
        return new LoadProgress(
                node.path("flights").asInt(0),
                node.path("weather").asInt(0),
                node.path("reference").asInt(0),
                node.path("rows").asLong(0),
                node.path("martMonths").asInt(0),
                node.path("waiting").asInt(0),
                node.path("failures").valueStream().map(Ledger::failure).toList());
    }

    private static FailedLoad failure(JsonNode node) {
        return new FailedLoad(
                node.path("dataset").asString(""),
                node.path("period").asString(""),
                node.path("reason").asString(""));
    }
}
