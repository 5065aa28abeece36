package dev.datastack.etl.worker;

import dev.datastack.etl.dataset.Datasets;
import dev.datastack.etl.ledger.Claim;
import dev.datastack.etl.ledger.LeaseTerms;
import dev.datastack.etl.ledger.Ledger;
import dev.datastack.etl.load.LoadLimits;
import dev.datastack.etl.load.Loader;
import dev.datastack.etl.load.Progress;
import dev.datastack.etl.warehouse.TestWarehouse;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;

/** One request, claimed and done as a worker does it, but here and now. */
public final class OneLoad {

    private static final LeaseTerms TERMS = new LeaseTerms(Duration.ofSeconds(15), 3);
    private static final double REJECT_LIMIT = 0.05;
    private static final long MEMORY = 64L << 20;

    private OneLoad() {}

    public static Ledger ledger() {
        return new Ledger(TERMS);
    }

    public static Loader loader(Path folder) {
        return loader(folder, REJECT_LIMIT);
    }

    private static Loader loader(Path folder, double rejectLimit) {
        return loader(folder, new LoadLimits(rejectLimit, MEMORY));
    }

    private static Loader loader(Path folder, LoadLimits limits) {
        return new Loader(Datasets.declared(), folder, limits, ledger());
    }

    /** Returns the id of the load, however it ended. */
    public static long run(TestWarehouse warehouse, Path folder, String dataset, String period) throws SQLException {
        return run(warehouse, folder, dataset, period, REJECT_LIMIT);
    }

    public static long run(TestWarehouse warehouse, Path folder, String dataset, String period, double rejectLimit)
            throws SQLException {
        return run(warehouse, folder, dataset, period, new LoadLimits(rejectLimit, MEMORY));
    }

    public static long run(TestWarehouse warehouse, Path folder, String dataset, String period, LoadLimits limits)
            throws SQLException {
        long id = warehouse.request(dataset, period);
        if (next(warehouse, loader(folder, limits)).isEmpty()) {
            throw new IllegalStateException("Load " + id + " was requested and could not be claimed");
        }
        return id;
    }

    /** Takes what is to be taken, as the next worker would. Returns its attempt, however it ended. */
    public static Optional<Claim> next(TestWarehouse warehouse, Path folder) throws SQLException {
        return next(warehouse, loader(folder));
    }

    private static Optional<Claim> next(TestWarehouse warehouse, Loader loader) throws SQLException {
        try (Connection connection = warehouse.pool().getConnection()) {
            Optional<Claim> next = ledger().claim(connection, TestWarehouse.NAME);
            if (next.isPresent()) {
                Claim claim = next.get();
                Attempt attempt = new Attempt(loader);
                Outcome outcome = attempt.run(connection, claim, new Progress(System::nanoTime));
                new Settlement(ledger(), loader, TERMS.maxAttempts())
                        .write(connection, claim, attempt.fileOf(claim), outcome);
            }
            return next;
        }
    }
}
