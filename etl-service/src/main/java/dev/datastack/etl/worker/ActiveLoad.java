package dev.datastack.etl.worker;

import dev.datastack.etl.ledger.Claim;
import dev.datastack.etl.load.Progress;
import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.PGConnection;

/** A load that runs in this process, as the keeper sees it. */
final class ActiveLoad {

    private final Claim claim;
    private final Progress progress;
    private final Connection connection;
    private volatile long renewed;

    ActiveLoad(Claim claim, Progress progress, Connection connection, long now) {
        this.claim = claim;
        this.progress = progress;
        this.connection = connection;
        this.renewed = now;
    }

    Claim claim() {
        return claim;
    }

    Progress progress() {
        return progress;
    }

    long renewed() {
        return renewed;
    }

    void renewedAt(long now) {
        renewed = now;
    }

    /** Asks the load to end; a statement that it waits for is cancelled. */
    void stop() throws SQLException {
        progress.stop();
        connection.unwrap(PGConnection.class).cancelQuery();
    }

    /** Closes the load's socket under it: the one thing that ends a wait for a server that is gone. */
    void cut() throws SQLException {
        connection.unwrap(Connection.class).abort(Runnable::run);
    }
}
