package dev.datastack.cli.doctor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.datastack.cli.FakeRunner;
import dev.datastack.cli.docker.Compose;
import dev.datastack.cli.doctor.finding.Cause;
import dev.datastack.cli.doctor.finding.Examiner;
import dev.datastack.cli.doctor.finding.Finding;
import dev.datastack.cli.doctor.finding.Findings;
import dev.datastack.cli.doctor.running.AirflowExaminer;
import dev.datastack.cli.doctor.running.LoadExaminer;
import dev.datastack.cli.doctor.running.PasswordExaminer;
import dev.datastack.cli.problem.StackException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** What PostgreSQL says to who asks it nothing, or may not ask. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class RefusalTest {
    private static final String SOCKET =
            "psql: error: connection to server on socket \"/var/run/postgresql/.s.PGSQL.5432\" failed: FATAL:  ";

    private final FakeRunner docker = new FakeRunner().says("psql", "1");
    private final Compose compose = new Compose(docker, Path.of("."));

    private static List<Finding> found(Examiner examiner) {
        var findings = new Findings();
        examiner.examine(findings);
        return findings.all();
    }

    private Finding oneFinding(Examiner examiner) {
        var all = found(examiner);
        assertThat(all).hasSize(1);
        return all.get(0);
    }

    @Test
    void a_database_that_does_not_exist() {
        docker.fails("psql", 2, SOCKET + "database \"warehouse\" does not exist");
        var found = oneFinding(new LoadExaminer(compose));
        assertThat(found.cause()).isEqualTo(Cause.DATABASE_MISSING);
        assertThat(found.evidence()).isEqualTo("PostgreSQL said: database \"warehouse\" does not exist");
        assertThat(found.cure())
                .contains("./stack down && ./stack up", "./stack restore FILE", "./stack etl load --all");
        docker.fails("psql", 2, SOCKET + "database \"airflow\" does not exist");
        assertThat(oneFinding(new AirflowExaminer(compose)).cure()).doesNotContain("etl load");
    }

    @Test
    void no_connection_is_left_to_count_the_connections_with() {
        for (var words : List.of(
                "sorry, too many clients already",
                "remaining connection slots are reserved for roles with the SUPERUSER attribute")) {
            docker.fails("psql", 2, SOCKET + words);
            var found = oneFinding(new LoadExaminer(compose));
            assertThat(found.cause()).isEqualTo(Cause.CONNECTIONS_FULL);
            assertThat(found.evidence()).isEqualTo("PostgreSQL said: " + words);
            assertThat(found.cure()).startsWith("close sessions that you do not need");
            assertThat(found(new PasswordExaminer(compose)))
                    .as("once is enough")
                    .isEmpty();
        }
    }

    @Test
    void an_error_that_is_no_known_cause_is_thrown_in_the_words_of_postgresql_alone() {
        docker.fails("psql", 1, """
                ERROR:  relation "etl.load" does not exist
                LINE 4:       FROM etl.load ORDER BY dataset
                                   ^""");
        assertThatThrownBy(() -> found(new LoadExaminer(compose)))
                .isInstanceOf(StackException.class)
                .hasMessage("A command failed: PostgreSQL said: relation \"etl.load\" does not exist");
    }

    @Test
    void of_what_psql_says_around_it_nothing_is_shown() {
        docker.fails("psql", 2, SOCKET.replace("FATAL:  ", "") + "could not fork new process for connection");
        assertThatThrownBy(() -> found(new LoadExaminer(compose)))
                .hasMessage("A command failed: PostgreSQL said: could not fork new process for connection");
    }

    @Test
    void a_role_that_may_not_log_in_has_no_wrong_password() {
        docker.fails("psql -h", 2, "psql: error: … FATAL:  role \"etl\" is not permitted to log in");
        assertThat(found(new PasswordExaminer(compose)))
                .allMatch(found -> found.cause() == Cause.ACCOUNT_REFUSED)
                .anySatisfy(found -> {
                    assertThat(found.evidence()).isEqualTo("PostgreSQL said: role \"etl\" is not permitted to log in");
                    assertThat(found.cure()).isEqualTo("./stack psql -c 'ALTER ROLE etl LOGIN'");
                });
    }

    @Test
    void a_role_that_is_not_there_has_no_wrong_password_though_postgresql_says_so() {
        docker.fails("-U etl", 2, "FATAL:  password authentication failed for user \"etl\"");
        docker.says("pg_roles", "0");
        var absent = oneFinding(new PasswordExaminer(compose));
        assertThat(absent.cause()).isEqualTo(Cause.ACCOUNT_REFUSED);
        assertThat(absent.evidence())
                .startsWith("there is no role etl; PostgreSQL said: password authentication failed");
        docker.says("pg_roles", "1");
        assertThat(oneFinding(new PasswordExaminer(compose)).cause()).isEqualTo(Cause.PASSWORD_REFUSED);
    }

    @Test
    void a_role_that_has_all_its_connections() {
        docker.fails("-U pgadmin", 2, "FATAL:  too many connections for role \"pgadmin\"");
        assertThat(oneFinding(new PasswordExaminer(compose)).cause()).isEqualTo(Cause.CONNECTIONS_FULL);
    }
}
