package dev.datastack.acceptance.doctor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.datastack.acceptance.stack.NeedsEngine;
import dev.datastack.acceptance.stack.Project;
import dev.datastack.acceptance.stack.Repository;
import dev.datastack.acceptance.stack.RunningStack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * Plants causes in the shared stack, several at once, and takes them out again. The class behind this one starts the stack
 * anew anyhow.
 */
@NeedsEngine
@Order(Integer.MAX_VALUE - 3)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DoctorIT {
    /** For a busy machine; Airflow's processes have to start again once their database is back. */
    private static final Duration LATEST = Duration.ofMinutes(4);

    /** Of a name that git ignores, since learners put theirs there too. */
    private static final Path BROKEN_DAG = Repository.root().resolve("docker/airflow/dags/course_planted.py");

    @SuppressWarnings("NullAway.Init")
    private Plants plants;

    @SuppressWarnings("NullAway.Init")
    private Doctor doctor;

    @BeforeEach
    void a_stack(RunningStack stack) {
        plants = new Plants(stack.loaded());
        doctor = new Doctor(stack.loaded());
    }

    @AfterEach
    void no_broken_file_stays() throws IOException {
        Files.deleteIfExists(BROKEN_DAG);
    }

    private void finds(String... causes) {
        var report = doctor.examine();
        assertThat(report.causes()).as(report.all()).containsExactlyInAnyOrder(causes);
    }

    private void findsNothingInTheEnd() {
        await().atMost(LATEST).pollInterval(Duration.ofSeconds(5)).untilAsserted(() -> {
            var report = doctor.examine();
            // The cache is that of all projects of this engine, which has built the images of many tests.
            assertThat(report.causes())
                    .filteredOn(cause -> !cause.equals("build-cache-large"))
                    .as(report.all())
                    .isEmpty();
            assertThat(report.unseen()).as(report.all()).isEmpty();
        });
    }

    @Test
    @Order(1)
    void a_healthy_stack_gives_no_finding_and_nothing_is_left_out() {
        findsNothingInTheEnd();
    }

    @Test
    @Order(2)
    @Tag("long")
    void wrong_secrets_and_what_airflow_and_the_ledger_know() throws IOException {
        // Airflow reads only files that contain the words "airflow" and "dag".
        Files.writeString(BROKEN_DAG, "from airflow.sdk import dag\nimport no_such_module\n");
        await().atMost(LATEST)
                .pollInterval(Duration.ofSeconds(2))
                .until(() -> plants.sql("airflow", "SELECT count(*) FROM import_error"), "1"::equals);
        plants.secrets();
        plants.sql("postgres", "ALTER ROLE pgadmin PASSWORD 'another'");
        plants.sql("airflow", "UPDATE dag SET is_paused = true WHERE dag_id = 'marts'");
        plants.sql(
                "airflow",
                "UPDATE dag_run SET state = 'failed' WHERE id = (SELECT min(id) FROM dag_run WHERE dag_id = 'flights_month')");
        plants.sql("warehouse", """
                INSERT INTO etl.load (dataset, period, requested_by, status, error, deaths)
                VALUES ('flights', '2014-01', 'doctor', 'failed', 'the file is missing', 0),
                       ('flights', '2014-02', 'doctor', 'failed', '3 of its workers died', 3)""");
        try {
            finds(
                    "secret-missing",
                    "secret-empty",
                    "secret-unreadable",
                    "secret-differs",
                    "secret-not-applied",
                    "password-refused",
                    "dag-broken",
                    "dag-paused",
                    "run-failed",
                    "load-failed",
                    "load-poisoned");
        } finally {
            plants.secretsAgain();
            Files.delete(BROKEN_DAG);
            plants.sql("airflow", "UPDATE dag SET is_paused = false");
            plants.sql("airflow", "UPDATE dag_run SET state = 'success' WHERE state = 'failed'");
            plants.sql("warehouse", "DELETE FROM etl.load WHERE requested_by = 'doctor'");
            // It sets the passwords of the secrets.
            plants.compose("restart postgres");
        }
        findsNothingInTheEnd();
    }

    @Test
    @Order(3)
    @Tag("long")
    void containers_that_are_absent_stopped_paused_or_off_their_network() throws SQLException {
        plants.compose("rm --stop --force pgadmin");
        plants.compose("stop airflow-dag-processor");
        plants.compose("pause etl-service");
        plants.disconnect("frontend", "airflow-webserver");
        plants.sql("warehouse", """
                INSERT INTO etl.load (dataset, period, requested_by, requested_at)
                VALUES ('flights', '2014-01', 'doctor', now() - interval '10 minutes')""");
        var sessions = new ArrayList<Connection>();
        try {
            // Others' sessions come and go meanwhile.
            await().atMost(LATEST).untilAsserted(() -> {
                sessions.addAll(plants.sessions(67));
                finds(
                        "service-absent",
                        "service-ended",
                        "service-paused",
                        "network-left",
                        "load-unclaimed",
                        "connections-full");
            });
        } finally {
            plants.connect("frontend", "airflow-webserver", List.of("airflow-webserver"));
            plants.sql("warehouse", "DELETE FROM etl.load WHERE requested_by = 'doctor'");
            plants.compose("unpause etl-service");
            // Its probes have failed while it was paused, and Compose starts nothing that depends on it.
            plants.compose("restart etl-service");
            for (var session : sessions) {
                session.close();
            }
        }
        everythingRuns(doctor.project());
        findsNothingInTheEnd();
    }

    @Test
    @Order(4)
    @Tag("long")
    void a_database_that_lost_its_name_a_load_that_waits_and_a_process_that_the_kernel_killed() {
        plants.disconnect("backend", "postgres");
        plants.connect("backend", "postgres", List.of());
        plants.sql("warehouse", """
                INSERT INTO etl.load (dataset, period, requested_by, requested_at, status, started_at, worker, lease_until, waits_for)
                VALUES ('flights', '2014-01', 'doctor', now() - interval '5 minutes', 'running', now(), 'w',
                        now() + interval '1 hour', 'a session of etl')""");
        assertThat(doctor.project()
                        .exec("pgadmin", "python3", "-c", "bytearray(2**30)")
                        .exitCode())
                .as("killed by the kernel")
                .isEqualTo(137);
        try {
            var report = doctor.examine();
            assertThat(report.causes())
                    .as(report.all())
                    .contains("name-unresolved", "load-blocked", "process-out-of-memory");
        } finally {
            plants.sql("warehouse", "DELETE FROM etl.load WHERE requested_by = 'doctor'");
            plants.disconnect("backend", "postgres");
            plants.connect("backend", "postgres", List.of("postgres"));
            plants.compose("restart pgadmin");
        }
        findsNothingInTheEnd();
    }

    private static void everythingRuns(Project project) {
        var up = project.up("--wait");
        assertThat(up.well()).as(up.errText()).isTrue();
    }
}
