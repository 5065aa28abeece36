package dev.datastack.etl;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

@DisplayNameGeneration(ReplaceUnderscores.class)
class DatabaseFailureAnalyzerTest {

    @ParameterizedTest
    @CsvSource({
        "28P01, The password in /run/secrets/database-password is not the role's",
        "08001, Check that postgres is healthy",
        "3D000, name it and its database",
        "42501, A migration failed and was rolled back"
    })
    void what_the_server_said_comes_with_a_way_out(String state, String action) {
        FailureAnalysis analysis = analysis(state, Map.of());
        assertThat(analysis.getDescription()).contains("FATAL: no (" + state + ")");
        assertThat(analysis.getAction()).contains(action);
    }

    @Test
    void on_kubernetes_it_names_the_mounted_folder_and_the_command_of_kubernetes() {
        Map<String, Object> pod =
                Map.of("KUBERNETES_SERVICE_HOST", "192.0.2.1", "STACK_SECRETS_DIR", "/run/stack-secrets");
        assertThat(analysis("28P01", pod).getAction())
                .contains("/run/stack-secrets/database-password", "kubectl rollout restart statefulset/postgres");
    }

    @ParameterizedTest
    @CsvSource({
        "28P01, docker service update --force stack_postgres",
        "08001, docker service ps stack_postgres; docker service logs stack_postgres",
        "3D000, docker service logs stack_postgres"
    })
    void on_a_swarm_it_names_the_commands_of_a_swarm(String state, String commands) {
        assertThat(analysis(state, Map.of("STACK_ORCHESTRATOR", "swarm")).getAction())
                .contains(commands);
        assertThat(analysis(state, Map.of()).getAction()).doesNotContain("docker service");
    }

    private static FailureAnalysis analysis(String state, Map<String, Object> variables) {
        SQLException said = new SQLException("FATAL: no", state);
        Exception failure = new IllegalStateException(new SQLTransientConnectionException("pool", said));
        StandardEnvironment environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new MapPropertySource("of the test", variables));
        return Objects.requireNonNull(new DatabaseFailureAnalyzer(environment).analyze(failure));
    }
}
