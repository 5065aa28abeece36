package dev.datastack.cli.airflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.net.URI;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class AirflowApiTest {
    private static final Run JANUARY = new Run("flights_month", "scheduled__2013-02-01T00:00:00+00:00");

    @Test
    void a_run_has_a_state_and_an_unknown_one_is_empty() throws IOException {
        try (var airflow = new FakeAirflow("pass")) {
            airflow.has(
                    "/api/v2/dags/flights_month/dagRuns/scheduled__2013-02-01T00%3A00%3A00%2B00%3A00",
                    "{\"state\": \"success\"}");
            var api = AirflowApi.logIn(airflow.address(), "admin", "pass");
            assertThat(api.run(JANUARY).orElseThrow().path("state").asString()).isEqualTo("success");
            assertThat(api.run(new Run("../../version", "1"))).isEmpty();
        }
    }

    @Test
    void a_wrong_password_is_refused() throws IOException {
        try (var airflow = new FakeAirflow("pass")) {
            assertThatIOException()
                    .isThrownBy(() -> AirflowApi.logIn(airflow.address(), "admin", "other"))
                    .withMessageContaining("status 401");
        }
    }

    @Test
    void where_nothing_listens_there_is_no_login() throws IOException {
        URI gone;
        try (var airflow = new FakeAirflow("pass")) {
            gone = airflow.address();
        }
        assertThatIOException().isThrownBy(() -> AirflowApi.logIn(gone, "admin", "pass"));
    }
}
