package dev.datastack.etl;

import com.zaxxer.hikari.HikariDataSource;
import dev.datastack.etl.command.Service;
import dev.datastack.etl.command.Warehouse;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ConfigurableApplicationContext;

/** The service for one command, with its own settings: whole, or the database alone. */
final class SpringService implements Service {

    /** A command says itself what happened. */
    private static final List<String> SILENT = List.of(
            "--logging.level.root=off",
            "--logging.level.dev.datastack=off",
            "--logging.level.com.zaxxer.hikari=off",
            "--logging.level.org.springframework.context=off",
            "--logging.level.org.flywaydb.core.internal.command.DbMigrate=off");

    private final String database;
    private final List<String> settings;
    private final AtomicBoolean stopping;

    /** {@code stopping} becomes true when the process is told to end. */
    SpringService(String database, AtomicBoolean stopping, String... settings) {
        this.database = database;
        this.stopping = stopping;
        this.settings = List.of(settings);
    }

    @Override
    public String database() {
        return database;
    }

    @Override
    public Warehouse connect(boolean verbose) {
        return new Opened(start(DatabaseAlone.class, verbose, "--spring.flyway.enabled=false"));
    }

    @Override
    public Warehouse work(boolean verbose) {
        // Somebody waits: a database that is not there is worth no minute of trying. The heartbeat file is the
        // service's.
        Opened opened = new Opened(
                start(EtlApplication.class, verbose, "--spring.flyway.connect-retries=0", "--etl.heartbeat-file="));
        // One connection more, for the command.
        opened.pool().setMaximumPoolSize(opened.pool().getMaximumPoolSize() + 1);
        return opened;
    }

    @Override
    public boolean isStopping() {
        return stopping.get();
    }

    @Override
    public void serve() {
        SpringApplication.run(EtlApplication.class);
    }

    private ConfigurableApplicationContext start(Class<?> parts, boolean verbose, String... more) {
        List<String> all = new ArrayList<>(settings);
        all.addAll(List.of(more));
        all.addAll(verbose ? List.of() : SILENT);
        return SpringApplication.run(parts, all.toArray(String[]::new));
    }

    @SpringBootConfiguration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @EnableConfigurationProperties(EtlSettings.class)
    static class DatabaseAlone {}

    private record Opened(ConfigurableApplicationContext context) implements Warehouse {

        HikariDataSource pool() {
            return context.getBean(HikariDataSource.class);
        }

        @Override
        public Connection connection() throws SQLException {
            return pool().getConnection();
        }

        @Override
        public Path folder() {
            return context.getBean(EtlSettings.class).dataDir();
        }

        @Override
        public void close() {
            context.close();
        }
    }
}
