package dev.datastack.etl.warehouse;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;

/** One PostgreSQL for all tests of this JVM. */
final class TestServer {

    private static final TestServer SERVER = new TestServer();

    private final EmbeddedPostgres postgres;

    private TestServer() {
        try {
            // A crash of this server costs nothing, so the defaults (no fsync) are right here.
            postgres = EmbeddedPostgres.builder()
                    .setServerConfig("max_connections", "60")
                    .start();
            Runtime.getRuntime().addShutdownHook(new Thread(this::close));
            Preparation.of(postgres.getPort());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A migrated database of its own; returns its JDBC address. */
    static String newWarehouse() throws SQLException {
        return Preparation.newWarehouse(SERVER.postgres.getPort(), "");
    }

    private void close() {
        try {
            postgres.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
