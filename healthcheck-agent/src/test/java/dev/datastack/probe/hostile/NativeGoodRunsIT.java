package dev.datastack.probe.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.datastack.probe.contract.Agent;
import dev.datastack.probe.contract.NativeBinary;
import dev.datastack.probe.server.FakePostgres;
import dev.datastack.probe.server.TestServer;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Defects of memory show in one run of thousands; {@code -P long} takes 20,000. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class NativeGoodRunsIT {
    private static final int RUNS = Integer.getInteger("probe.runs", 2000);
    private static final String JSON =
            "{\"metadatabase\": {\"status\": \"healthy\"}, \"scheduler\": {\"status\": \"healthy\"}}";

    @Test
    void thousands_of_healthy_runs_are_all_healthy() {
        Agent agent = NativeBinary.agent();
        try (TestServer page = TestServer.json(JSON);
                TestServer postgres = new TestServer(FakePostgres.greeting(FakePostgres.scramOffer()))) {
            for (int run = 0; run < RUNS; run++) {
                var result = run % 2 == 0
                        ? agent.run("http", page.url("/"), "--json", "scheduler.status=healthy", "--timeout", "30s")
                        : agent.run(
                                "postgres", postgres.hostPort(), "--and", "tcp", page.hostPort(), "--timeout", "30s");
                assertThat(result.exitCode())
                        .as("run %s: %s", run, result.line())
                        .isZero();
            }
        }
    }
}
