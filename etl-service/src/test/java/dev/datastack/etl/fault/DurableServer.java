package dev.datastack.etl.fault;

import dev.datastack.etl.warehouse.Preparation;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;

/** A PostgreSQL that keeps what it promised when it crashes: fsync is on, as in the stack. */
final class DurableServer implements AutoCloseable {

    private final Path data;
    private EmbeddedPostgres postgres;

    private DurableServer(Path data) throws IOException {
        this.data = data;
        this.postgres = started(0);
    }

    static DurableServer in(Path folder) {
        try {
            DurableServer server = new DurableServer(folder.resolve("data"));
            Preparation.of(server.port());
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    int port() {
        return postgres.getPort();
    }

    String newWarehouse(String options) throws SQLException {
        return Preparation.newWarehouse(port(), options);
    }

    /** The address of a warehouse as seen through a proxy, which reads along and so wants no encryption. */
    String through(Proxy proxy, String url) {
        return url.replace(":" + port() + "/", ":" + proxy.port() + "/") + "?sslmode=disable&gssEncMode=disable";
    }

    void restart() {
        try {
            int port = port();
            postgres.close();
            postgres = started(port);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            postgres.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A port of 0 is any free one. */
    private EmbeddedPostgres started(int port) throws IOException {
        return EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setPort(port)
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .setPGStartupWait(Duration.ofSeconds(60))
                .start();
    }
}
