package dev.datastack.etl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.datastack.etl.warehouse.RealFiles;
import dev.datastack.etl.warehouse.TestWarehouse;
import dev.datastack.etl.worker.TestWorkers;
import dev.datastack.etl.worker.WorkerPool;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

@DisplayNameGeneration(ReplaceUnderscores.class)
@TestInstance(Lifecycle.PER_CLASS)
class YearTest {

    private final TestWarehouse warehouse;

    YearTest() throws SQLException {
        warehouse = new TestWarehouse();
    }

    @BeforeAll
    void load_the_year() throws SQLException {
        WorkerPool workers = TestWorkers.on(warehouse, RealFiles.folder());
        workers.start();
        for (String dataset : List.of("planes", "airports", "airlines")) {
            warehouse.request(dataset, "all");
        }
        for (String month : RealFiles.months().toList()) {
            warehouse.request("flights", month);
            warehouse.request("weather", month);
        }
        await().atMost(Duration.ofSeconds(90))
                .until(() -> warehouse.number("SELECT count(*) FROM etl.load WHERE status IN ('requested', 'running')")
                        == 0);
        workers.stop();
    }

    @AfterAll
    void close() {
        warehouse.close();
    }

    @Test
    void every_load_ended_well() throws SQLException {
        assertThat(warehouse.rows("SELECT dataset, period, error FROM etl.load WHERE status <> 'done'"))
                .isEmpty();
        assertThat(warehouse.number("SELECT count(*) FROM core.flight")).isEqualTo(336_776);
    }
}
