package dev.datastack.etl.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.datastack.etl.warehouse.LongRun;
import dev.datastack.etl.warehouse.TestWarehouse;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
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
import org.junit.jupiter.params.provider.MethodSource;

/** Three worker processes load what is asked for again and again, while all sorts of things break in the middle. */
@DisplayNameGeneration(ReplaceUnderscores.class)
@TestInstance(Lifecycle.PER_CLASS)
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "sends POSIX signals")
class RandomFaultsTest {

    private static final int WORKERS = 3;
    private static final int FAULTS_A_SEED = 26;
    private static final int MOST_STEPS = 60;
    private static final Duration LONGEST = Duration.ofMinutes(3);

    private static final List<InputFile> FILES = Stream.of(
                    InputFile.versionsOf("flights", "2013-01"),
                    InputFile.versionsOf("flights", "2013-02"),
                    InputFile.versionsOf("weather", "2013-01"),
                    InputFile.versionsOf("airlines", "all"),
                    InputFile.versionsOf("planes", "all"))
            .flatMap(List::stream)
            .toList();

    @TempDir
    static Path temporary = Path.of("");

    private final Map<Fault, Integer> counts = new EnumMap<>(Fault.class);

    /** What the server has promised to load. */
    private final Set<Long> promised = new TreeSet<>();

    private int seeds;
    private DurableServer server;

    @BeforeAll
    void start() {
        server = DurableServer.in(temporary);
    }

    @AfterAll
    void stop() {
        server.close();
    }

    static Stream<Long> seeds() {
        return LongRun.seeds(1, 24);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void nothing_is_lost_or_done_twice_whatever_breaks(long seed) throws Exception {
        try (TestWarehouse warehouse = new TestWarehouse(server.newWarehouse(""))) {
            warehouse.knowTheAirportsOfNewYork();
            Undisturbed undisturbed = new Undisturbed(warehouse, temporary);
            undisturbed.run(FILES);
            promised.clear();
            try (Fleet fleet = new Fleet(server, warehouse.url(), temporary, WORKERS)) {
                Random random = new Random(seed);
                for (int i = 0; i < FAULTS_A_SEED; i++) {
                    request(warehouse, random);
                    request(warehouse, random);
                    strike(fleet, warehouse, random);
                }
                awaitAllDone(warehouse);
            }
            Verdict verdict = undisturbed.compare();
            report(seed, verdict);
            assertThat(verdict).isEqualTo(Verdict.CLEAN);
            assertThat(warehouse.rows("SELECT id FROM etl.load").stream()
                            .map(row -> Long.valueOf(String.valueOf(row.get(0)))))
                    .containsAll(promised);
        }
    }

    private void report(long seed, Verdict verdict) {
        seeds++;
        int faults = counts.values().stream().mapToInt(Integer::intValue).sum();
        System.out.printf("Seed %d: %s. So far %d faults, %d seeds: %s%n", seed, verdict, faults, seeds, counts);
    }

    /** Returns when it has struck a load; asks for more of them as long as it has not. */
    private void strike(Fleet fleet, TestWarehouse warehouse, Random random) throws Exception {
        Fault fault = Fault.any(random);
        long millis = 1_000L + random.nextInt(5_000);
        Trap trap = new Trap(
                random.nextInt(MOST_STEPS),
                step -> fault != Fault.STALL || step.isCopyData(),
                step -> fleet.befall(fault, step, millis));
        fleet.watch(trap);
        long deadline = System.nanoTime() + LONGEST.toNanos();
        for (boolean struck = false; !struck; ) {
            assertThat(System.nanoTime())
                    .as("a step that %s suits was never seen", fault)
                    .isLessThan(deadline);
            try {
                trap.sprung().get(700, TimeUnit.MILLISECONDS);
                struck = true;
            } catch (TimeoutException e) {
                request(warehouse, random);
            }
        }
        counts.merge(fault, 1, Integer::sum);
    }

    private void request(TestWarehouse warehouse, Random random) {
        InputFile file = FILES.get(random.nextInt(FILES.size()));
        file.publish(temporary);
        await().atMost(LONGEST)
                .ignoreExceptions()
                .untilAsserted(() -> promised.add(warehouse.request(file.dataset(), file.period())));
    }

    private static void awaitAllDone(TestWarehouse warehouse) throws SQLException {
        await().atMost(LONGEST)
                .ignoreExceptions()
                .until(() -> warehouse.number("SELECT count(*) FROM etl.load WHERE status <> 'done'") == 0);
    }
}
