package dev.datastack.etl.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import dev.datastack.etl.warehouse.RealFiles;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class RestartTest {

    private static final String REQUEST_THE_YEAR = """
            SELECT count(etl.request_load('flights', '2013-' || to_char(month, 'FM00'), 'test'))
              FROM generate_series(1, 12) AS month
            """;

    private static final String DONE = "SELECT count(*) FROM etl.load WHERE status = 'done'";

    @TempDir
    Path folder = Path.of("");

    @Test
    void the_year_goes_on_after_a_restart_of_the_database() throws Exception {
        EmbeddedPostgres server = startedIn(folder.resolve("data"), 0);
        try (HikariDataSource pool = poolOn(server.getPort())) {
            migrate(pool);
            WorkerPool workers = workersOn(pool);
            workers.start();
            number(pool, REQUEST_THE_YEAR);
            await().atMost(Duration.ofSeconds(60)).until(() -> number(pool, DONE) >= 2);
            server.close();
            server = startedIn(folder.resolve("data"), server.getPort());
            await().atMost(Duration.ofSeconds(90)).ignoreExceptions().until(() -> number(pool, DONE) == 12);
            workers.stop();
            assertThat(number(pool, "SELECT count(*) FROM core.flight")).isEqualTo(336_776);
        } finally {
            server.close();
        }
    }

    private static void migrate(DataSource pool) {
        Flyway.configure()
                .dataSource(pool)
                .locations("classpath:db/migration")
                .defaultSchema("etl")
                .load()
                .migrate();
    }

    /** A port of 0 is any free one. */
    private static EmbeddedPostgres startedIn(Path data, int port) throws IOException {
        return EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setPort(port)
                .start();
    }

    private static HikariDataSource poolOn(int port) {
        HikariDataSource pool = new HikariDataSource();
        pool.setJdbcUrl("jdbc:postgresql://localhost:" + port + "/postgres");
        pool.setUsername("postgres");
        pool.setMinimumIdle(0);
        pool.setConnectionTimeout(1_000);
        return pool;
    }

    private static WorkerPool workersOn(HikariDataSource pool) {
        WorkerTerms terms = new WorkerTerms(2, Duration.ofSeconds(5), 5, Duration.ofMinutes(5), Duration.ofSeconds(5));
        return TestWorkers.on(pool, RealFiles.folder(), terms, Optional.empty(), "test");
    }

    private static long number(HikariDataSource pool, String sql) throws SQLException {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }
}
