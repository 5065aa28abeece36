package dev.datastack.etl.worker;

import dev.datastack.etl.dataset.Datasets;
import dev.datastack.etl.load.LoadLimits;
import dev.datastack.etl.warehouse.TestWarehouse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import javax.sql.DataSource;

/** Workers as the service starts them, on a warehouse of a test. */
public final class TestWorkers {

    private TestWorkers() {}

    public static WorkerPool on(TestWarehouse warehouse, Path folder) {
        return on(warehouse, folder, 2, Optional.empty());
    }

    static WorkerPool on(TestWarehouse warehouse, Path folder, int workers, Optional<Path> heartbeat) {
        WorkerTerms terms =
                new WorkerTerms(workers, Duration.ofSeconds(15), 3, Duration.ofMinutes(5), Duration.ofSeconds(6));
        return on(warehouse.pool(), folder, terms, heartbeat, "test");
    }

    public static WorkerPool on(
            DataSource pool, Path folder, WorkerTerms terms, Optional<Path> heartbeat, String host) {
        LoadLimits limits = LoadLimits.here(0.05, terms.workers());
        return new WorkerPool(
                pool, Datasets.declared(), folder, limits, terms, heartbeat, host, Clock.systemUTC(), System::nanoTime);
    }
}
