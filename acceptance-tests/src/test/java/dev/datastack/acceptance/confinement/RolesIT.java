package dev.datastack.acceptance.confinement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.datastack.acceptance.stack.NeedsEngine;
import dev.datastack.acceptance.stack.Project;
import dev.datastack.acceptance.stack.RunningStack;
import dev.datastack.acceptance.stack.Warehouse;
import dev.datastack.cli.process.Finished;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@NeedsEngine
class RolesIT {
    private static final String PSQL = "/usr/lib/postgresql/17/bin/psql";

    @Test
    void from_another_container_the_right_password_is_accepted_and_a_wrong_one_refused(RunningStack stack) {
        var project = stack.healthy();
        var right = logIn(project, project.secret("postgres", "postgres-password"));
        assertThat(right.outText()).isEqualTo("postgres");
        var wrong = logIn(project, "wrong");
        assertThat(wrong.well()).isFalse();
        assertThat(wrong.errText()).contains("password authentication failed");
        assertThat(logIn(project, "").errText()).contains("no password supplied");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "INSERT INTO core.airline (carrier) VALUES ('ZZ')",
                "DELETE FROM core.flight",
                "DROP TABLE core.flight",
                "UPDATE etl.load SET status = 'done'",
                "SELECT etl.request_load('airlines', 'all', 'nobody')",
                "CREATE TABLE public.mine (id integer)"
            })
    void pgadmin_reads_and_changes_nothing(String statement, RunningStack stack) {
        var pgadmin = as(stack.loaded(), "pgadmin");
        assertThat(pgadmin.value("SELECT count(*) FROM core.flight")).hasToString("336776");
        assertThatThrownBy(() -> pgadmin.change(statement))
                .hasMessageMatching("(?s).*(permission denied|must be owner).*");
    }

    @ParameterizedTest
    @ValueSource(strings = {"DELETE FROM core.flight", "DELETE FROM etl.load", "CREATE SCHEMA mine"})
    void airflow_asks_for_loads_and_changes_nothing_itself(String statement, RunningStack stack) {
        var airflow = as(stack.loaded(), "airflow");
        assertThat(airflow.value("SELECT count(*) FROM etl.reject")).hasToString("1");
        assertThatThrownBy(() -> airflow.change(statement)).hasMessageContaining("permission denied");
    }

    @Test
    void pgadmin_has_no_way_into_airflows_database(RunningStack stack) {
        var project = stack.healthy();
        var attempt = project.shell()
                .run(
                        "docker",
                        "compose",
                        "exec",
                        "--no-TTY",
                        "--env",
                        "PGPASSWORD=" + project.secret("postgres", "pgadmin-password"),
                        "pgadmin",
                        PSQL,
                        "-h",
                        "postgres",
                        "-U",
                        "pgadmin",
                        "-d",
                        "airflow",
                        "-c",
                        "SELECT 1");
        assertThat(attempt.well()).isFalse();
        assertThat(attempt.errText()).contains("permission denied for database");
    }

    private static Warehouse as(Project project, String role) {
        return new Warehouse(project.ports().postgres(), role, project.secret("postgres", role + "-password"));
    }

    private static Finished logIn(Project project, String password) {
        return project.shell()
                .run(
                        "docker",
                        "compose",
                        "exec",
                        "--no-TTY",
                        "--env",
                        "PGPASSWORD=" + password,
                        "pgadmin",
                        PSQL,
                        "-w",
                        "-h",
                        "postgres",
                        "-U",
                        "postgres",
                        "-d",
                        "warehouse",
                        "-Atc",
                        "SELECT current_user");
    }
}
