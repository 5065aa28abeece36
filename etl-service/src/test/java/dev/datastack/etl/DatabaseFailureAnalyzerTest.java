package dev.datastack.etl;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Objects;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.diagnostics.FailureAnalysis;

@DisplayNameGeneration(ReplaceUnderscores.class)
class DatabaseFailureAnalyzerTest {

    @ParameterizedTest
    @CsvSource({
        "28P01, The password in /run/secrets/database-password is not the role's",
        "08001, Check that postgres is healthy",
        "3D000, names it and its database",
        "42501, A migration failed and was rolled back"
    })
    void what_the_server_said_comes_with_a_way_out(String state, String action) {
        SQLException said = new SQLException("FATAL: no", state);
        Exception failure = new IllegalStateException(new SQLTransientConnectionException("pool", said));
        FailureAnalysis analysis = Objects.requireNonNull(new DatabaseFailureAnalyzer().analyze(failure));
        assertThat(analysis.getDescription()).contains("FATAL: no (" + state + ")");
        assertThat(analysis.getAction()).contains(action);
    }
}
