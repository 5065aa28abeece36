package dev.datastack.etl.load;

import dev.datastack.etl.copy.BinaryCopy;
import dev.datastack.etl.dataset.Dataset;
import dev.datastack.etl.dataset.Datasets;
import dev.datastack.etl.dataset.Period;
import dev.datastack.etl.ledger.Claim;
import dev.datastack.etl.ledger.Counts;
import dev.datastack.etl.ledger.LeaseLostException;
import dev.datastack.etl.ledger.Ledger;
import dev.datastack.etl.source.BadFileException;
import dev.datastack.etl.source.SourceFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does one load on one connection, in one transaction. */
public final class Loader {

    private static final Logger LOG = LoggerFactory.getLogger(Loader.class);

    private final Datasets datasets;
    private final Path folder;
    private final LoadLimits limits;
    private final Ledger ledger;

    public Loader(Datasets datasets, Path folder, LoadLimits limits, Ledger ledger) {
        this.datasets = datasets;
        this.folder = folder;
        this.limits = limits;
        this.ledger = ledger;
    }

    /** The name of the file that a claim is about. */
    public String fileOf(Claim claim) {
        Dataset dataset = datasets.named(claim.dataset());
        return dataset.fileOf(dataset.period(claim.period()));
    }

    /** Loads and commits, or throws and leaves everything as it was. */
    public LoadResult load(Connection connection, Claim claim, Progress progress)
            throws SQLException, BadFileException, NoMembersException, RejectLimitException, TooLargeException,
                    LeaseLostException, LoadStoppedException, StillReadException {
        Dataset dataset = datasets.named(claim.dataset());
        Period period = dataset.period(claim.period());
        try (SourceFile file =
                SourceFile.open(folder.resolve(dataset.fileOf(period)), dataset.header(), progress::read)) {
            connection.setAutoCommit(false);
            LoadResult result = inTransaction(connection, claim, progress, dataset, period, file);
            connection.commit();
            return result;
        } catch (IOException e) {
            throw new UncheckedIOException("The file of " + claim + " could not be closed", e);
        } finally {
            rollBackTheRest(connection);
        }
    }

    private LoadResult inTransaction(
            Connection connection, Claim claim, Progress progress, Dataset dataset, Period period, SourceFile file)
            throws SQLException, BadFileException, NoMembersException, RejectLimitException, TooLargeException,
                    LeaseLostException, LoadStoppedException, StillReadException {
        MemoryBudget budget = new MemoryBudget(limits.memory());
        KnownMembers known = KnownMembers.read(connection, dataset.references(), datasets, budget);
        Intake intake = new Intake(dataset, period, known, budget);
        Target target = Target.of(dataset, period, claim);
        try (BinaryCopy copy = target.open(connection)) {
            intake.take(file, copy);
        }
        intake.requireRows(file);
        intake.requireTrust(file, limits.rejects());
        progress.step();
        target.prepare(connection);
        progress.step();
        Rejects.write(connection, claim.id(), intake.rejects());
        // Members and the swap come last: they are what other loads wait for.
        int inferred = new PoliteLock(connection, target.replaced(connection), progress)
                .takeAfter(() -> intake.members().addUnknown(connection));
        progress.step();
        target.publish(connection);
        Counts counts = intake.counts(file);
        ledger.done(connection, claim, counts);
        progress.step();
        return new LoadResult(counts.read(), counts.loaded(), counts.rejected(), inferred);
    }

    /** Keeps what was rejected of a load that failed for it. */
    public void keepRejects(Connection connection, Claim claim, RejectLimitException failure) throws SQLException {
        Rejects.write(connection, claim.id(), failure.rejects());
    }

    private static void rollBackTheRest(Connection connection) {
        try {
            if (!connection.isClosed() && !connection.getAutoCommit()) {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            // The connection is broken: the server rolls back by itself, and the caller knows from the first failure.
            LOG.debug("No rollback on a broken connection", e);
        }
    }
}
