package dev.datastack.etl.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.datastack.etl.fault.WorkerProcess.Terms;
import dev.datastack.etl.warehouse.DataFolder;
import dev.datastack.etl.warehouse.LongRun;
import dev.datastack.etl.warehouse.RealFiles;
import dev.datastack.etl.warehouse.TestWarehouse;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.awaitility.core.ConditionFactory;
import org.jspecify.annotations.Nullable;
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

/** Two workers in one small heap get files that are many times as large, of whatever shape. */
@DisplayNameGeneration(ReplaceUnderscores.class)
@TestInstance(Lifecycle.PER_CLASS)
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "sends POSIX signals")
class HugeFilesTest {

    private static final int HEAP_MB = 64;
    private static final long LEAST = 1L << 20;
    private static final long MOST = (LongRun.wanted() ? 200L : 40L) << 20;
    /** Both workers have an odd file, and somebody else comes. */
    private static final Duration BYSTANDER = Duration.ofSeconds(30);

    private static final Terms TERMS = new Terms(2, Duration.ofSeconds(15), Duration.ofMinutes(5));

    @TempDir
    static Path temporary = Path.of("");

    private final Map<String, Integer> ends = new TreeMap<>();
    private TestWarehouse warehouse;
    private WorkerProcess worker;

    static Stream<Long> seeds() {
        return LongRun.seeds(4, 60);
    }

    @BeforeAll
    void start() throws Exception {
        warehouse = new TestWarehouse();
        new DataFolder(temporary)
                .write("airlines.csv", DataFolder.lines(RealFiles.folder().resolve("airlines.csv")));
        worker = new WorkerProcess(warehouse.url(), temporary, temporary, TERMS, HEAP_MB).go();
    }

    @AfterAll
    void stop() {
        System.out.println("Huge files: " + ends);
        worker.close();
        warehouse.close();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void files_of_any_shape_are_loaded_or_refused_for_a_reason_and_nobody_else_waits(long seed) throws Exception {
        Random random = new Random(seed);
        List<Long> loads = new ArrayList<>();
        for (int month = 1; month <= 2; month++) {
            HugeFile file = new HugeFile(month, random);
            long bytes = file.write(temporary, (long) (LEAST * Math.pow((double) MOST / LEAST, random.nextDouble())));
            System.out.printf("Seed %d: %,d bytes, %s%n", seed, bytes, file);
        }
        loads.add(warehouse.request("flights", "1990-01"));
        loads.add(warehouse.request("flights", "1990-02"));
        patiently(BYSTANDER).until(() -> loads.stream().noneMatch(load -> isIn("requested", load)));
        long bystander = warehouse.request("airlines", "all");
        patiently(BYSTANDER).until(() -> isIn("done", bystander));
        patiently(Duration.ofMinutes(5))
                .until(() -> loads.stream().allMatch(load -> isIn("done", load) || isIn("failed", load)));
        for (long load : loads) {
            List<@Nullable String> end = warehouse
                    .rows("SELECT status, attempt, deaths, error FROM etl.load WHERE id = " + load)
                    .get(0);
            String how = end.get(0) + reason(String.valueOf(end.get(3)));
            ends.merge(how, 1, Integer::sum);
            assertThat(how).isIn("done", "failed for memory", "failed for rejects");
            assertThat(end.subList(1, 3)).containsExactly("1", "0");
        }
    }

    private static String reason(String error) {
        if (error.contains("MB of memory that a load has")) {
            return " for memory";
        }
        return error.contains("rows were rejected") ? " for rejects" : "";
    }

    private boolean isIn(String status, long load) {
        try {
            return warehouse.status(load).equals(status);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private ConditionFactory patiently(Duration longest) {
        return await().atMost(longest)
                .failFast(() -> assertThat(worker.isAlive()).as(worker::output).isTrue());
    }
}
