package dev.datastack.etl.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.datastack.etl.fault.WorkerProcess.Terms;
import dev.datastack.etl.ledger.Claim;
import dev.datastack.etl.warehouse.TestWarehouse;
import dev.datastack.etl.worker.OneLoad;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * A worker stops right before its last statement, another one takes over, and the first goes on. Its back end was not
 * ended: the ledger does not know which it is, as with a connection pooler between. Only the fence is left.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "sends POSIX signals")
class ZombieTest {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final Terms TERMS = new Terms(1, Duration.ofSeconds(2), Duration.ofMinutes(5));
    private static final String WAITS = """
            SELECT count(*) FROM pg_stat_activity
             WHERE datname = current_database() AND wait_event_type = 'Lock'
            """;

    @TempDir
    static Path temporary = Path.of("");

    /** Holds the worker's last statement back until it is let go. */
    private static final class Gate implements Watcher {
        private final CountDownLatch reached = new CountDownLatch(1);
        private final CountDownLatch open = new CountDownLatch(1);
        private final CountDownLatch answered = new CountDownLatch(1);

        @Override
        public boolean passes(Step step) {
            if (step.isLastStatement()) {
                reached.countDown();
                awaitOpen();
            } else if (step.sql().contains("SET status = 'done'")) {
                answered.countDown();
            }
            return true;
        }

        private void awaitOpen() {
            try {
                open.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Test
    void the_fence_refuses_a_worker_that_comes_back_from_the_dead() throws Exception {
        Gate gate = new Gate();
        try (DurableServer server = DurableServer.in(temporary);
                TestWarehouse warehouse = new TestWarehouse(server.newWarehouse(""));
                Proxy proxy = new Proxy(server.port())) {
            List<InputFile> versions = InputFile.versionsOf("flights", "2013-01");
            Undisturbed undisturbed = new Undisturbed(warehouse, temporary);
            undisturbed.run(versions);
            proxy.watch(gate);
            versions.get(0).publish(temporary);
            long load = warehouse.request("flights", "2013-01");
            String url = server.through(proxy, warehouse.url());
            try (WorkerProcess zombie = new WorkerProcess(url, temporary, temporary, TERMS)) {
                zombie.go();
                assertThat(gate.reached.await(SOON.toSeconds(), TimeUnit.SECONDS))
                        .isTrue();
                Signals.stop(zombie.pid());
                CompletableFuture<Optional<Claim>> next = takeOver(warehouse, load);

                gate.open.countDown();
                assertThat(gate.answered.await(SOON.toSeconds(), TimeUnit.SECONDS))
                        .isTrue();
                Signals.go(zombie.pid());

                assertThat(next.get(SOON.toSeconds(), TimeUnit.SECONDS))
                        .map(Claim::fence)
                        .contains(2L);
                await().atMost(SOON)
                        .untilAsserted(() -> assertThat(zombie.output())
                                .contains("The lease of flights 2013-01 (load " + load + ") is lost: fence 1 is not"));
            }
            assertThat(warehouse.status(load)).isEqualTo("done");
            assertThat(undisturbed.compare()).isEqualTo(Verdict.CLEAN);
        }
    }

    /** Returns when the successor has done all that it can: it waits for what the zombie has locked. */
    private static CompletableFuture<Optional<Claim>> takeOver(TestWarehouse warehouse, long load) throws Exception {
        warehouse.execute("UPDATE etl.load SET backend_pid = NULL WHERE id = " + load);
        await().atMost(SOON)
                .until(() -> warehouse.number(
                                "SELECT count(*) FROM etl.load WHERE status = 'running' AND lease_until < clock_timestamp()")
                        == 1);
        CompletableFuture<Optional<Claim>> next = CompletableFuture.supplyAsync(() -> {
            try {
                return OneLoad.next(warehouse, temporary);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        });
        await().atMost(SOON).until(() -> warehouse.number(WAITS) == 1);
        return next;
    }
}
