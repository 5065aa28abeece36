package dev.datastack.cli.ledger;

import dev.datastack.cli.database.Psql;
import dev.datastack.cli.docker.Compose;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/** Reads etl.load, as far as the year is concerned. */
public final class Ledger {
    private final Psql warehouse;

    public Ledger(Compose compose) {
        this.warehouse = new Psql(compose, "warehouse");
    }

    /** Empty until the database answers and the ETL service has migrated it. */
    public Optional<LoadProgress> progress() {
        var finished = warehouse.query(Ledger.class, "progress.sql");
        return finished.well()
                ? Optional.of(JsonMapper.shared().readValue(finished.outText(), LoadProgress.class))
                : Optional.empty();
    }
}
