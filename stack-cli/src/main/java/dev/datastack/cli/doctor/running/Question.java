package dev.datastack.cli.doctor.running;

import dev.datastack.cli.database.Psql;
import dev.datastack.cli.docker.JsonText;
import dev.datastack.cli.docker.ServiceExec;
import dev.datastack.cli.doctor.finding.Findings;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** A query that is a resource beside the one who asks, and answers in JSON. */
record Question(Class<?> asker, String query) {
    /** Empty where PostgreSQL refuses to answer for a cause that is known, which is found; what else it says is thrown. */
    Optional<JsonNode> ask(ServiceExec services, String database, Findings findings) {
        var answer = new Psql(services, database).query(asker, query);
        if (answer.well()) {
            return Optional.of(JsonText.read(answer.outText()));
        }
        var refusal = Refusal.of(answer);
        if (!refusal.isFound(findings)) {
            throw refusal.failure();
        }
        return Optional.empty();
    }
}
