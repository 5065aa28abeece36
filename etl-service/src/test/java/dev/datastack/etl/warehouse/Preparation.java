package dev.datastack.etl.warehouse;

import dev.datastack.etl.dataset.Datasets;
import dev.datastack.etl.ledger.LeaseTerms;
import dev.datastack.etl.ledger.Ledger;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.flywaydb.core.Flyway;

/** Makes a bare server one with the roles of the stack, where etl owns the warehouse and is no superuser. */
public final class Preparation {

    private static final AtomicInteger DATABASES = new AtomicInteger();

    private Preparation() {}

    /** Roles, and a migrated database that others are copied from. */
    public static void of(int port) throws SQLException {
        execute(
                port,
                "CREATE ROLE etl LOGIN",
                "CREATE ROLE orchestrator NOLOGIN",
                "CREATE ROLE analyst NOLOGIN",
                "CREATE ROLE airflow LOGIN IN ROLE orchestrator",
                "CREATE ROLE pgadmin LOGIN IN ROLE analyst",
                "CREATE DATABASE migrated OWNER etl");
        Flyway.configure()
                .dataSource(url(port, "migrated"), "etl", "")
                .locations("classpath:db/migration")
                .defaultSchema("etl")
                .load()
                .migrate();
        register(port);
    }

    /** A migrated database of its own; returns its JDBC address. The options are those of CREATE DATABASE. */
    public static String newWarehouse(int port, String options) throws SQLException {
        String name = "warehouse_" + DATABASES.incrementAndGet();
        execute(port, "CREATE DATABASE " + name + " OWNER etl TEMPLATE migrated " + options);
        return url(port, name);
    }

    static void drop(String url) throws SQLException {
        int slash = url.lastIndexOf('/');
        int port = Integer.parseInt(url.substring(url.lastIndexOf(':') + 1, slash));
        execute(port, "DROP DATABASE " + url.substring(slash + 1) + " WITH (FORCE)");
    }

    /** As the superuser. */
    public static void execute(int port, String... statements) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url(port, "postgres"), "postgres", "");
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    /** As the service does when it starts. */
    private static void register(int port) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url(port, "migrated"), "etl", "")) {
            new Ledger(new LeaseTerms(Duration.ofSeconds(15), 3)).register(connection, Datasets.declared());
        }
    }

    private static String url(int port, String database) {
        return "jdbc:postgresql://localhost:" + port + "/" + database;
    }
}
