package dev.datastack.cli.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.datastack.cli.FakePsql;
import dev.datastack.cli.FakeRunner;
import dev.datastack.cli.docker.Compose;
import dev.datastack.cli.doctor.finding.Finding;
import dev.datastack.cli.doctor.finding.Findings;
import dev.datastack.cli.doctor.running.LoadExaminer;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** The query, asked of a real PostgreSQL with the ledger as the ETL service makes it. */
@DisplayNameGeneration(ReplaceUnderscores.class)
@SuppressWarnings("NullAway.Init")
class LoadExaminerTest {
    private static final Path LEDGER = Path.of(
            Objects.requireNonNull(System.getProperty("stack.root")),
            "etl-service/src/main/resources/db/migration/etl/V2__ledger.sql");

    private EmbeddedPostgres server;
    private Connection connection;
    private FakePsql psql;

    @BeforeEach
    void a_ledger() throws IOException, SQLException {
        server = EmbeddedPostgres.start();
        connection = server.getPostgresDatabase().getConnection();
        psql = new FakePsql(connection);
        psql.run(
                "CREATE SCHEMA etl;" + Files.readString(LEDGER) + "; INSERT INTO etl.dataset VALUES ('flights', true)");
    }

    @AfterEach
    void stop() throws IOException, SQLException {
        connection.close();
        server.close();
    }

    private List<String> found() {
        var findings = new Findings();
        new LoadExaminer(new Compose(new FakeRunner().on("psql", psql::answer), Path.of("."))).examine(findings);
        return findings.all().stream().map(Finding::evidence).toList();
    }

    private void requested(String ago, String more) throws SQLException {
        psql.run("""
                INSERT INTO etl.load (dataset, period, requested_by, requested_at)
                VALUES ('flights', '2013-01', 'me', now() - interval '%s');
                UPDATE etl.load SET waits_for = 'pgadmin (pid 7)', %s""".formatted(ago, more));
    }

    /** As the ETL service leaves it: after 20 seconds it hands it back, and takes it again a little later. */
    @Test
    void a_load_that_was_handed_back_since_a_session_holds_it_up_is_blocked() throws SQLException {
        requested("90 seconds", "started_at = NULL, not_before = now() + interval '1 second'");
        assertThat(found()).containsExactly("flights 2013-01 waits for pgadmin (pid 7)");
    }

    @Test
    void and_so_it_is_while_a_worker_tries_it_again() throws SQLException {
        requested("90 seconds", "status = 'running', started_at = now(), worker = 'w', lease_until = now()");
        assertThat(found()).containsExactly("flights 2013-01 waits for pgadmin (pid 7)");
    }

    @Test
    void a_load_that_has_just_begun_to_wait_is_not_blocked() throws SQLException {
        requested("10 seconds", "started_at = NULL");
        assertThat(found()).isEmpty();
    }
}
