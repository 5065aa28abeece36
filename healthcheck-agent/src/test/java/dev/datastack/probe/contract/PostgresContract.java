package dev.datastack.probe.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.datastack.probe.server.FakePostgres;
import dev.datastack.probe.server.TestServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The promises of {@code postgres}. */
abstract class PostgresContract extends HttpContract {
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

    @ParameterizedTest
    @CsvSource({"3,password", "5,md5", "7,gss"})
    void an_older_kind_of_login_is_named(int kind, String name) {
        try (TestServer server = new TestServer(FakePostgres.greeting(FakePostgres.authentication(kind, "")))) {
            healthy(
                    run("postgres", server.hostPort()),
                    "postgres at " + server.hostPort() + " takes sessions (login: " + name + ")");
        }
    }

    @Test
    void a_login_that_nobody_knows_is_unhealthy() {
        byte[] other = FakePostgres.authentication(10, "SCRAM-SHA-1\0\0");
        try (TestServer server = new TestServer(FakePostgres.greeting(other))) {
            String target = server.hostPort();
            unhealthy(run("postgres", target), "postgres at " + target + ": offers no scram-sha-256 login");
            server.talk(FakePostgres.greeting(FakePostgres.authentication(99, "")));
            unhealthy(run("postgres", target), "postgres at " + target + ": asks for an unknown kind of login (99)");
        }
    }
}
