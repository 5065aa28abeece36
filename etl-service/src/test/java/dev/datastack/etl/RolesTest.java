package dev.datastack.etl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import dev.datastack.etl.warehouse.DataFolder;
import dev.datastack.etl.warehouse.TestWarehouse;
import dev.datastack.etl.worker.OneLoad;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CompletableFuture;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
@TestInstance(Lifecycle.PER_CLASS)
class RolesTest {

    private static final String INSUFFICIENT_PRIVILEGE = "42501";

    private final TestWarehouse warehouse;

    RolesTest() throws SQLException {
        warehouse = new TestWarehouse();
    }

    @BeforeAll
    void load_a_month(@TempDir Path folder) throws SQLException {
        new DataFolder(folder).write("flights-2013-01.csv.gz", DataFolder.real("flights-2013-01.csv.gz", 10));
        OneLoad.run(warehouse, folder, "flights", "2013-01");
    }

    @AfterAll
    void close() {
        warehouse.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT etl.request_load('flights', '2013-02', 'dag/run')",
                "SELECT mart.refresh()",
                "SELECT status FROM etl.load",
                "SELECT * FROM etl.reject",
                "SELECT * FROM core.flight",
                "SELECT * FROM core.flight_2013_01",
                "SELECT * FROM core.plane",
                "SELECT * FROM mart.carrier_month"
            })
    void an_orchestrator_may_request_refresh_and_read(String sql) {
        assertThatCode(() -> as("airflow", sql)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "INSERT INTO etl.load (dataset, period, requested_by) VALUES ('flights', '2013-02', 'me')",
                "UPDATE etl.load SET status = 'done'",
                "DELETE FROM core.flight",
                "DELETE FROM mart.carrier_month",
                "CREATE TABLE core.mine (a int)",
                "SELECT * FROM etl.turn FOR UPDATE"
            })
    void an_orchestrator_may_not_write(String sql) {
        assertDenied("airflow", sql);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT * FROM core.flight",
                "SELECT * FROM core.flight_2013_01",
                "SELECT * FROM core.weather",
                "SELECT * FROM core.airline",
                "SELECT * FROM mart.weather_delay"
            })
    void an_analyst_may_read_core_and_mart(String sql) {
        assertThatCode(() -> as("pgadmin", sql)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT * FROM etl.load",
                "SELECT etl.request_load('flights', '2013-02', 'me')",
                "SELECT mart.refresh()",
                "DELETE FROM core.flight",
                "CREATE TABLE mart.mine (a int)",
                "SELECT * FROM mart.refreshed FOR UPDATE"
            })
    void an_analyst_may_do_nothing_else(String sql) {
        assertDenied("pgadmin", sql);
    }

    @Test
    void a_reader_that_stays_in_its_transaction_and_locks_what_it_can_holds_up_no_request_and_no_refresh()
            throws SQLException {
        try (Connection reader = warehouse.connectAs("airflow");
                Statement statement = reader.createStatement()) {
            reader.setAutoCommit(false);
            statement.execute("SELECT pg_advisory_xact_lock(hashtextextended('mart.refresh', 0))");
            statement.execute(
                    "LOCK TABLE mart.refreshed, mart.carrier_month, etl.load, etl.dataset IN ACCESS SHARE MODE");
            statement.execute("SELECT * FROM mart.refreshed");
            as("airflow", "SET lock_timeout = '5s'; SELECT mart.refresh()");
            as("airflow", "SET lock_timeout = '5s'; SELECT etl.request_load('flights', '2013-03', 'me')");
        }
    }

    @Test
    void equal_requests_at_the_same_moment_are_one() throws SQLException {
        try (Connection first = warehouse.connectAs("airflow");
                Connection second = warehouse.connectAs("airflow")) {
            first.setAutoCommit(false);
            long one = request(first);
            CompletableFuture<Long> other = CompletableFuture.supplyAsync(() -> request(second));
            await().until(() -> warehouse.number("SELECT count(*) FROM pg_locks JOIN pg_stat_activity USING (pid)"
                            + " WHERE NOT granted AND datname = current_database()")
                    == 1);
            first.commit();
            assertThat(other.join()).isEqualTo(one);
        }
    }

    private static long request(Connection connection) {
        try (Statement statement = connection.createStatement();
                ResultSet id = statement.executeQuery("SELECT etl.request_load('flights', '2013-04', 'me')")) {
            id.next();
            return id.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void the_groups_are_made_where_they_are_missing_and_only_there() throws Exception {
        try (EmbeddedPostgres server = EmbeddedPostgres.start()) {
            String url = "jdbc:postgresql://localhost:" + server.getPort() + "/warehouse";
            execute(server, "CREATE ROLE etl LOGIN", "CREATE DATABASE warehouse OWNER etl");
            Flyway flyway = Flyway.configure()
                    .dataSource(url, "etl", "")
                    .locations("classpath:db/migration")
                    .defaultSchema("etl")
                    .load();
            assertThatExceptionOfType(FlywayException.class)
                    .isThrownBy(flyway::migrate)
                    .withMessageContaining("Group role orchestrator is missing and etl may not create it")
                    .withMessageContaining("As a superuser: CREATE ROLE orchestrator NOLOGIN;");
            execute(server, "ALTER ROLE etl CREATEROLE");
            assertThat(flyway.migrate().success).isTrue();
        }
    }

    private static void execute(EmbeddedPostgres server, String... statements) throws SQLException {
        try (Connection connection = DriverManager.getConnection(
                        "jdbc:postgresql://localhost:" + server.getPort() + "/postgres", "postgres", "");
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private void assertDenied(String role, String sql) {
        assertThatExceptionOfType(SQLException.class)
                .isThrownBy(() -> as(role, sql))
                .satisfies(e -> assertThat(e.getSQLState()).isEqualTo(INSUFFICIENT_PRIVILEGE));
    }

    private void as(String role, String sql) throws SQLException {
        try (Connection connection = warehouse.connectAs(role);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
