package dev.datastack.etl.worker;

import dev.datastack.etl.dataset.UnknownDatasetException;
import dev.datastack.etl.ledger.Claim;
import dev.datastack.etl.ledger.LeaseLostException;
import dev.datastack.etl.load.LoadStoppedException;
import dev.datastack.etl.load.Loader;
import dev.datastack.etl.load.NoMembersException;
import dev.datastack.etl.load.Progress;
import dev.datastack.etl.load.RejectLimitException;
import dev.datastack.etl.load.StillReadException;
import dev.datastack.etl.load.TooLargeException;
import dev.datastack.etl.source.BadFileException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs a load and tells bad input, which stays bad, from trouble that passes. */
final class Attempt {

    private static final Logger LOG = LoggerFactory.getLogger(Attempt.class);

    /** Connection, rollback by deadlock, resources, lock or operator, system: PostgreSQL's classes of passing trouble. */
    private static final Set<String> PASSING = Set.of("08", "40", "53", "55", "57", "58");

    private static final String NO_CONNECTION = "08";

    private final Loader loader;

    Attempt(Loader loader) {
        this.loader = loader;
    }

    Outcome run(Connection connection, Claim claim, Progress progress) {
        try {
            return new Outcome.Done(loader.load(connection, claim, progress));
        } catch (BadFileException | UnknownDatasetException e) {
            return new Outcome.Failed(String.valueOf(e.getMessage()), null);
        } catch (NoMembersException | TooLargeException e) {
            return new Outcome.Failed(fileOf(claim) + ": " + e.getMessage(), null);
        } catch (RejectLimitException e) {
            return new Outcome.Failed(String.valueOf(e.getMessage()), e);
        } catch (LeaseLostException e) {
            return new Outcome.Lost(String.valueOf(e.getMessage()));
        } catch (LoadStoppedException e) {
            return new Outcome.Stopped();
        } catch (StillReadException e) {
            return new Outcome.StoodBack(String.valueOf(e.getMessage()));
        } catch (SQLException e) {
            return progress.isStopped() ? new Outcome.Stopped() : sqlTrouble(claim, e);
        } catch (RuntimeException e) {
            if (progress.isStopped()) {
                return new Outcome.Stopped();
            }
            LOG.error("{} met an error in the program", claim, e);
            return new Outcome.Failed(fileOf(claim) + ": error in the program: " + e, null);
        }
    }

    private Outcome sqlTrouble(Claim claim, SQLException e) {
        String state = String.valueOf(e.getSQLState());
        String error = fileOf(claim) + ": the database refused or was lost (" + state + "): " + e.getMessage();
        boolean passes = state.length() >= 2 && PASSING.contains(state.substring(0, 2));
        return passes ? new Outcome.TryAgain(error, state.startsWith(NO_CONNECTION)) : new Outcome.Failed(error, null);
    }

    String fileOf(Claim claim) {
        try {
            return loader.fileOf(claim);
        } catch (UnknownDatasetException e) {
            return claim.dataset() + " " + claim.period();
        }
    }
}
