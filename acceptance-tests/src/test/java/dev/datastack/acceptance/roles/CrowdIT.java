package dev.datastack.acceptance.roles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.datastack.acceptance.stack.NeedsEngine;
import dev.datastack.acceptance.stack.Project;
import dev.datastack.acceptance.stack.RunningStack;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What one role can do to the others by coming in numbers, or by staying. */
@NeedsEngine
class CrowdIT {
    private static final int MOST = 7;
    /** Half a megabyte that stays with the session. */
    private static final String HOLD = "SELECT length(set_config('held.a%d', repeat('x', 500000), false))";

    @Test
    void all_sessions_that_a_person_gets_with_all_the_memory_they_get_leave_the_others_alone(RunningStack stack)
            throws SQLException {
        var project = stack.loaded();
        var crowd = new ArrayList<Connection>();
        try (var bystander = new Session(Seat.METADATA, project)) {
            var alive = bystander.alive();
            var password = project.secret("postgres", "pgadmin-password");
            // pgAdmin may have some of the seven.
            assertThatThrownBy(() -> {
                        while (crowd.size() <= MOST) {
                            crowd.add(Seat.PGADMIN.connect(project, password));
                        }
                    })
                    .hasMessageContaining("too many connections for role \"pgadmin\"");
            crowd.parallelStream().forEach(CrowdIT::hold);
            assertThat(bystander.alive()).isEqualTo(alive);
            assertThatCode(() -> new Session(Seat.ETL, project).close()).doesNotThrowAnyException();
        } finally {
            for (var one : crowd) {
                one.close();
            }
        }
    }

    @Test
    void a_reader_in_a_transaction_holds_up_neither_a_refresh_nor_a_request(RunningStack stack) throws SQLException {
        var project = stack.loaded();
        try (var reader = Seat.PGADMIN.connect(project);
                var airflow = Seat.AIRFLOW.connect(project)) {
            reader.setAutoCommit(false);
            for (var table : List.of("mart.refreshed", "mart.carrier_month", "etl.load", "etl.turn", "etl.dataset")) {
                run(reader, "TABLE " + table);
            }
            airflow.setAutoCommit(false);
            run(airflow, "SET LOCAL lock_timeout = '5s'");
            run(airflow, "SELECT mart.refresh()");
            run(airflow, "SELECT etl.request_load('airlines', 'all', 'crowd')");
            airflow.rollback();
        }
    }

    @Test
    void a_person_who_lifted_all_limits_and_sits_on_a_lock_is_ended(RunningStack stack) throws SQLException {
        var project = stack.loaded();
        try (var person = Seat.PGADMIN.connect(project)) {
            for (var limit : List.of("statement", "transaction", "lock", "idle_in_transaction_session")) {
                run(person, "SET " + limit + "_timeout = 0");
            }
            person.setAutoCommit(false);
            run(person, "SELECT count(*) FROM core.flight");
            await().atMost(Duration.ofMinutes(2))
                    .pollInterval(Duration.ofSeconds(1))
                    .until(() -> sessionsOf(project, "pgadmin") == 0);
            assertThatThrownBy(() -> run(person, "SELECT 1")).hasMessageContaining("terminating connection");
        }
        assertThat(project.logs("postgres")).containsPattern("guard: ended session \\d+ of pgadmin: it did nothing");
    }

    /** Of those that this test opened: pgAdmin has its own. */
    private static long sessionsOf(Project project, String role) {
        return Long.parseLong(String.valueOf(project.warehouse()
                .value("SELECT count(*) FROM pg_stat_activity WHERE application_name = 'roles' AND usename = '" + role
                        + "'")));
    }

    /** Until nothing more is given. */
    private static void hold(Connection connection) {
        assertThatThrownBy(() -> {
                    for (int i = 0; i < 200; i++) {
                        run(connection, HOLD.formatted(i));
                    }
                })
                .isInstanceOfSatisfying(
                        SQLException.class,
                        refusal -> assertThat(Outcome.of(refusal)).contains(Outcome.MEMORY));
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
