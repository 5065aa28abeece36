package dev.datastack.cli.ledger;

import dev.datastack.cli.docker.Compose;
import dev.datastack.cli.ledger.LoadProgress.FailedLoad;
import dev.datastack.cli.problem.Problem;
import dev.datastack.cli.problem.StackException;
import dev.datastack.cli.process.Finished;
import dev.datastack.cli.psql.Psql;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads etl.load. */
public final class Ledger {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final Psql warehouse;

    public Ledger(Compose compose) {
        this.warehouse = new Psql(compose, "warehouse");
    }

    /** Empty until the database answers and the ETL service has migrated it. */
    public Optional<LoadProgress> progress() {
        var finished = query("progress.sql");
        return finished.well() ? Optional.of(progress(MAPPER.readTree(finished.outText()))) : Optional.empty();
    }

    public List<Load> loads() {
        var finished = query("loads.sql");
        if (!finished.well()) {
            throw new StackException(
                    Problem.LEDGER_SILENT,
                    finished.lastWords(),
                    "a query of etl.load through 'docker compose exec postgres psql'",
                    "see './stack status'; the ETL service makes the ledger when it starts");
        }
        return StreamSupport.stream(MAPPER.readTree(finished.outText()).spliterator(), false)
                .map(Ledger::load)
                .toList();
    }

    private Finished query(String name) {
        return warehouse.query(Ledger.class, name);
    }

    private static LoadProgress progress(JsonNode node) {
        return new LoadProgress(
                node.path("flights").asInt(0),
                node.path("weather").asInt(0),
                node.path("reference").asInt(0),
                node.path("rows").asLong(0),
                node.path("martMonths").asInt(0),
                node.path("waiting").asInt(0),
                StreamSupport.stream(node.path("failures").spliterator(), false)
                        .map(Ledger::failed)
                        .toList());
    }

    private static FailedLoad failed(JsonNode node) {
        return new FailedLoad(
                node.path("dataset").asString(""),
                node.path("period").asString(""),
                node.path("reason").asString(""));
    }

    private static Load load(JsonNode node) {
        return new Load(
                node.path("id").asLong(0),
                node.path("dataset").asString(""),
                node.path("period").asString(""),
                node.path("status").asString(""),
                node.path("attempt").asInt(0),
                node.path("read").asLong(0),
                node.path("loaded").asLong(0),
                node.path("rejected").asLong(0),
                node.path("error").asString(""));
    }
}
