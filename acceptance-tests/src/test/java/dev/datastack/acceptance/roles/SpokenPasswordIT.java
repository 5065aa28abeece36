package dev.datastack.acceptance.roles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.datastack.acceptance.stack.NeedsEngine;
import dev.datastack.acceptance.stack.RunningStack;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A password that somebody types into a statement: where else it can be read. */
@NeedsEngine
class SpokenPasswordIT {
    private static final String WORD = "canary" + Long.toString(System.nanoTime(), 36);

    @Test
    void it_is_in_no_log_however_the_statement_ends(RunningStack stack) throws SQLException {
        var project = stack.healthy();
        try (var superuser = project.warehouse().connect();
                var person = Seat.PGADMIN.connect(project);
                var other = project.warehouse().connect()) {
            for (var speaker : List.of(superuser, person)) {
                fails(speaker, "ALTER ROLE nobody PASSWORD '" + WORD + "'");
                fails(speaker, "ALTER ROLE pgadmin PASSWORD " + WORD);
                fails(speaker, "ALTER ROLE pgadmin PASSWORD \"" + WORD + "\"");
                fails(speaker, "DO $$ BEGIN EXECUTE 'ALTER ROLE nobody PASSWORD ''" + WORD + "'''; END $$");
                fails(speaker, "SELECT '" + WORD + "'::integer");
            }
            other.setAutoCommit(false);
            run(other, "LOCK TABLE pg_authid");
            // Longer than what was once called slow, and was logged with all its text.
            run(superuser, "SET lock_timeout = '5500ms'");
            fails(superuser, "ALTER ROLE pgadmin PASSWORD '" + WORD + "'");
            other.rollback();
        }
        assertThat(project.shell().output("docker", "compose", "logs", "--no-color", "postgres"))
                .doesNotContain(WORD);
    }

    @Test
    void people_see_that_others_are_there_and_not_what_they_say(RunningStack stack) throws SQLException {
        var project = stack.healthy();
        try (var superuser = project.warehouse().connect();
                var person = new Session(Seat.PGADMIN, project)) {
            run(superuser, "SELECT '" + WORD + "'");
            assertThat(person.value("SELECT count(*) FROM pg_stat_activity WHERE usename = 'postgres'"))
                    .isNotEqualTo("0");
            assertThat(person.value("SELECT string_agg(query, ' ') FROM pg_stat_activity WHERE usename <> 'pgadmin'"))
                    .contains("<insufficient privilege>")
                    .doesNotContain(WORD);
        }
    }

    private static void fails(Connection connection, String sql) {
        assertThatThrownBy(() -> run(connection, sql)).as(sql).isInstanceOf(SQLException.class);
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
