package dev.datastack.etl.warehouse;

import dev.datastack.etl.dataset.Cadence;
import dev.datastack.etl.dataset.Dataset;
import dev.datastack.etl.dataset.Datasets;
import dev.datastack.etl.ledger.LeaseTerms;
import dev.datastack.etl.ledger.Ledger;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.flywaydb.core.Flyway;

/** One PostgreSQL for all tests of this JVM, with the roles of the stack: etl owns the database and is no superuser. */
public final class TestServer {

    private static final TestServer SERVER = new TestServer();
    private static final AtomicInteger DATABASES = new AtomicInteger();

    private final EmbeddedPostgres postgres;

    private TestServer() {
        try {
            // A crash of this server costs nothing, so the defaults (no fsync) are right here.
            postgres = EmbeddedPostgres.builder()
                    .setServerConfig("max_connections", "60")
                    .start();
            Runtime.getRuntime().addShutdownHook(new Thread(this::close));
            execute(
                    "CREATE ROLE etl LOGIN",
                    "CREATE ROLE orchestrator NOLOGIN",
                    "CREATE ROLE analyst NOLOGIN",
                    "CREATE ROLE airflow LOGIN IN ROLE orchestrator",
                    "CREATE ROLE pgadmin LOGIN IN ROLE analyst",
                    "CREATE DATABASE migrated OWNER etl");
            Flyway.configure()
                    .dataSource(url("migrated"), "etl", "")
                    .locations("classpath:db/migration")
                    .defaultSchema("etl")
                    .load()
                    .migrate();
            register();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A migrated database of its own; returns its JDBC address. */
    static String newWarehouse() throws SQLException {
        String name = "warehouse_" + DATABASES.incrementAndGet();
        SERVER.execute("CREATE DATABASE " + name + " OWNER etl TEMPLATE migrated");
        return SERVER.url(name);
    }

    /** As the service does when it starts. */
    private void register() throws SQLException {
        try (Connection connection = DriverManager.getConnection(url("migrated"), "etl", "")) {
            Map<String, Boolean> monthly = Datasets.declared().all().stream()
                    .collect(Collectors.toMap(Dataset::name, set -> set.cadence() == Cadence.MONTHLY));
            new Ledger(new LeaseTerms(Duration.ofSeconds(15), 3)).register(connection, monthly);
        }
    }

    static void drop(String url) throws SQLException {
        SERVER.execute("DROP DATABASE " + url.substring(url.lastIndexOf('/') + 1) + " WITH (FORCE)");
    }

    private String url(String database) {
        return "jdbc:postgresql://localhost:" + postgres.getPort() + "/" + database;
    }

    private void execute(String... statements) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url("postgres"), "postgres", "");
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private void close() {
        try {
            postgres.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
