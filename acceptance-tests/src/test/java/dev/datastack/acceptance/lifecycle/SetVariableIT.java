package dev.datastack.acceptance.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.datastack.acceptance.stack.NeedsEngine;
import dev.datastack.acceptance.stack.Project;
import dev.datastack.acceptance.stack.RunningStack;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What Airflow's entry point makes of its secrets, and of what was set before. */
@NeedsEngine
class SetVariableIT {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "AIRFLOW__DATABASE__SQL_ALCHEMY_CONN",
                "AIRFLOW__CORE__FERNET_KEY",
                "AIRFLOW__API_AUTH__JWT_SECRET",
                "AIRFLOW__API__SECRET_KEY",
                "AIRFLOW_CONN_WAREHOUSE",
                "SSL_CERT_FILE"
            })
    void a_variable_that_is_set_wins(String variable, RunningStack stack) {
        assertThat(seen(stack.healthy(), variable, "--env", variable + "=mine")).isEqualTo("mine");
    }

    @Test
    void what_is_not_set_comes_from_the_secrets(RunningStack stack) {
        var project = stack.healthy();
        assertThat(seen(project, "AIRFLOW_CONN_WAREHOUSE"))
                .contains(project.secret("airflow-scheduler", "database-password"));
        assertThat(project.exec("airflow-scheduler", "airflow", "config", "get-value", "core", "fernet_key")
                        .outText())
                .contains(project.secret("airflow-scheduler", "fernet-key").strip());
    }

    private static String seen(Project project, String variable, String... options) {
        var command = new ArrayList<>(List.of("docker", "compose", "exec", "--no-TTY"));
        command.addAll(List.of(options));
        command.addAll(List.of("airflow-scheduler", "with-configuration", "printenv", variable));
        return project.shell().output(command.toArray(String[]::new));
    }
}
