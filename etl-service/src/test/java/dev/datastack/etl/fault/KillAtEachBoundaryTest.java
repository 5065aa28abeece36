package dev.datastack.etl.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.datastack.etl.fault.WorkerProcess.Terms;
import dev.datastack.etl.warehouse.LongRun;
import dev.datastack.etl.warehouse.TestWarehouse;
import dev.datastack.etl.worker.OneLoad;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A worker process is killed before each of its statements, and before each answer. */
@DisplayNameGeneration(ReplaceUnderscores.class)
@TestInstance(Lifecycle.PER_CLASS)
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "sends POSIX signals")
class KillAtEachBoundaryTest {

    private static final Terms TERMS = new Terms(1, Duration.ofSeconds(1), Duration.ofMinutes(5));
    private static final Duration SOON = Duration.ofSeconds(60);

    @TempDir
    static Path temporary = Path.of("");

    private DurableServer server;

    @BeforeAll
    void start() {
        server = DurableServer.in(temporary);
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @CsvSource({"flights, 2013-01, 10", "airlines, all, 6"})
    void nothing_is_lost_or_done_twice_wherever_a_worker_is_killed(String dataset, String period, int inEachBuild)
            throws Exception {
        String url = server.newWarehouse("");
        try (TestWarehouse warehouse = new TestWarehouse(url)) {
            List<InputFile> versions = InputFile.versionsOf(dataset, period);
            Undisturbed undisturbed = new Undisturbed(warehouse, temporary);
            undisturbed.run(versions);
            List<String> steps = steps(warehouse, versions.get(0));
            assertThat(steps(warehouse, versions.get(versions.size() - 1)))
                    .as("each version takes as many steps")
                    .hasSameSizeAs(steps);
            List<Integer> all = IntStream.range(0, steps.size()).boxed().toList();
            List<Integer> chosen = LongRun.some(all, inEachBuild);
            for (int step : chosen) {
                long load = killAt(warehouse, versions.get(step % versions.size()), step);
                recover(warehouse, load);
                assertThat(undisturbed.compare())
                        .as("killed at %s", steps.get(step))
                        .isEqualTo(Verdict.CLEAN);
            }
            System.out.printf(
                    "KILL at each boundary of %s %s: %d of %d, 0 lost, 0 twice, 0 left over%n",
                    dataset, period, chosen.size(), steps.size());
        }
    }

    private List<String> steps(TestWarehouse warehouse, InputFile file) throws SQLException {
        Killer counter = Killer.harmless();
        file.publish(temporary);
        long load = warehouse.request(file.dataset(), file.period());
        try (Proxy proxy = new Proxy(server.port());
                WorkerProcess worker = worker(warehouse, proxy)) {
            proxy.watch(counter);
            worker.go();
            await().atMost(SOON).until(() -> warehouse.status(load).equals("done"));
        }
        assertThat(counter.steps()).anyMatch(step -> step.startsWith("SENT COMMIT"));
        return counter.steps();
    }

    private long killAt(TestWarehouse warehouse, InputFile file, int step) throws SQLException {
        file.publish(temporary);
        long load = warehouse.request(file.dataset(), file.period());
        try (Proxy proxy = new Proxy(server.port());
                WorkerProcess worker = worker(warehouse, proxy)) {
            proxy.watch(new Killer(step, worker::kill));
            worker.go();
            assertThat(worker.await(SOON)).as("killed").isTrue();
        }
        return load;
    }

    /** What the next worker does when the lease has run out. */
    private void recover(TestWarehouse warehouse, long load) {
        await().atMost(SOON).until(() -> {
            OneLoad.next(warehouse, temporary);
            return warehouse.status(load).equals("done");
        });
        assertThat(load).isPositive();
    }

    private WorkerProcess worker(TestWarehouse warehouse, Proxy proxy) {
        return new WorkerProcess(server.through(proxy, warehouse.url()), temporary, temporary, TERMS);
    }
}
