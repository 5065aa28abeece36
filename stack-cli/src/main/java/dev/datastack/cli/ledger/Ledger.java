package dev.datastack.cli.ledger;

import dev.datastack.cli.docker.Compose;
import dev.datastack.cli.docker.Finished;
import dev.datastack.cli.problem.Problem;
import dev.datastack.cli.problem.StackException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads etl.load inside the postgres container, so that no port and no password is needed. */
public final class Ledger {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final Compose compose;

    public Ledger(Compose compose) {
        this.compose = compose;
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
        return compose.exec(
                "postgres",
                List.of(
                        "psql",
                        "-U",
                        "postgres",
                        "-d",
                        "warehouse",
                        "-AtXq",
                        "-v",
                        "ON_ERROR_STOP=1",
                        "-c",
                        sql(name)));
    }

    private static String sql(String name) {
        try (var stream = Objects.requireNonNull(Ledger.class.getResourceAsStream(name), name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
                        .map(JsonNode::asString)
                        .toList());
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
