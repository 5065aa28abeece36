package dev.datastack.cli.doctor.running;

import dev.datastack.cli.docker.Compose;
import dev.datastack.cli.doctor.finding.Cause;
import dev.datastack.cli.doctor.finding.Examiner;
import dev.datastack.cli.doctor.finding.Findings;
import java.util.Map;

/** The ledger of the loads, and what else of the database holds them up. */
public final class LoadExaminer implements Examiner {
    private static final Map<Cause, String> CURES = Map.of(
            Cause.LOAD_FAILED,
            "correct the file, then ./stack etl load %s; './stack etl rejects' shows refused lines",
            Cause.LOAD_POISONED,
            "see './stack logs etl-service' and the size of the file, then ./stack etl load %s",
            Cause.LOAD_BLOCKED,
            "end the other session's transaction, or ./stack psql -c 'SELECT pg_terminate_backend(PID)'",
            Cause.LOAD_UNCLAIMED,
            "docker compose up -d etl-service, and see its log",
            Cause.CONNECTIONS_FULL,
            "close sessions that you do not need; './stack psql -c \"TABLE pg_stat_activity\"' shows them");

    private static final Question LOADS = new Question(LoadExaminer.class, "loads.sql");

    private final Compose compose;

    public LoadExaminer(Compose compose) {
        this.compose = compose;
    }

    /** The query names causes as this program does. */
    @Override
    public void examine(Findings findings) {
        LOADS.ask(compose, "warehouse", findings).ifPresent(rows -> {
            for (var row : rows) {
                var cause = Cause.valueOf(row.path("cause").asString(""));
                var cure =
                        CURES.getOrDefault(cause, "").formatted(row.path("load").asString(""));
                findings.add(cause, row.path("evidence").asString(""), cure);
            }
        });
    }
}
