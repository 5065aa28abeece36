package dev.datastack.probe.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.datastack.probe.server.FakePostgres;
import dev.datastack.probe.server.ScramServer;
import dev.datastack.probe.server.TestServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The promises of {@code postgres}. */
abstract class PostgresContract extends HttpContract {
    @TempDir
    Path folder;

    @Test
    void postgres_that_asks_for_a_login_is_healthy() {
        try (TestServer server = new TestServer(FakePostgres.greeting(FakePostgres.scramOffer()))) {
            healthy(
                    run("postgres", server.hostPort() + "/warehouse"),
                    "postgres at " + server.hostPort() + " takes sessions (login: scram-sha-256)");
        }
    }

    @Test
    void postgres_that_trusts_us_must_get_ready_for_queries() {
        byte[] ok = FakePostgres.authentication(0, "");
        byte[] lacks = FakePostgres.error("3D000", "database \"x\" does not exist");
        try (TestServer server = new TestServer(FakePostgres.greeting(ok, FakePostgres.ready()))) {
            assertThat(run("postgres", server.hostPort()).exitCode()).isZero();
            server.talk(FakePostgres.greeting(ok, lacks));
            unhealthy(
                    run("postgres", server.hostPort() + "/x"),
                    "postgres at " + server.hostPort() + ": lacks the database: database \"x\" does not exist");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "57P03,the database system is starting up,is not ready: the database system is starting up",
        "53300,'sorry, too many clients already','has no connection left: sorry, too many clients already'",
        "28000,no pg_hba.conf entry,refuses the login: no pg_hba.conf entry",
        "XX000,something,refuses: something"
    })
    void postgres_that_refuses_is_unhealthy_in_plain_words(String code, String text, String reason) {
        try (TestServer server = new TestServer(FakePostgres.greeting(FakePostgres.error(code, text)))) {
            unhealthy(run("postgres", server.hostPort()), "postgres at " + server.hostPort() + ": " + reason);
        }
    }

    @Test
    void a_login_runs_a_query() throws IOException {
        Path password = Files.writeString(folder.resolve("password"), "sécret 'x'\n");
        try (TestServer server = new TestServer(new ScramServer("sécret 'x'", true))) {
            healthy(
                    run("postgres", server.hostPort() + "/db", "--user", "app", "--password-file", password.toString()),
                    "postgres at " + server.hostPort() + " answers queries of app in db");
        }
    }

    @Test
    void a_wrong_password_and_a_server_that_knows_none_are_unhealthy() throws IOException {
        Path password = Files.writeString(folder.resolve("password"), "wrong");
        String[] login = {"--user", "app", "--password-file", password.toString(), "--timeout", "20s"};
        try (TestServer server = new TestServer(new ScramServer("right", true))) {
            String target = server.hostPort();
            unhealthy(
                    run("postgres", target, login[0], login[1], login[2], login[3], login[4], login[5]),
                    "postgres at " + target + ": refuses the login: password authentication failed for user \"app\"");
            server.talk(new ScramServer("right", false));
            assertThat(run("postgres", target, login[0], login[1], login[2], login[3], login[4], login[5])
                            .line())
                    .contains("does not know the password itself");
        }
    }
}
