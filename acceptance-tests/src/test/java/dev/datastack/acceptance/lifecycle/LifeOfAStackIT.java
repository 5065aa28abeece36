package dev.datastack.acceptance.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.datastack.acceptance.doors.PgAdminDoor;
import dev.datastack.acceptance.stack.NeedsEngine;
import dev.datastack.acceptance.stack.Project;
import dev.datastack.acceptance.stack.RunningStack;
import dev.datastack.acceptance.stack.Shell;
import dev.datastack.acceptance.stack.Warehouse;
import dev.datastack.cli.process.Finished;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** Stops and starts the shared stack, and removes it at the end: the last class that uses it. Each step needs the one before. */
@NeedsEngine
@Order(Integer.MAX_VALUE)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class LifeOfAStackIT {
    private static final String CONTENT =
            "SELECT (SELECT count(*) FROM core.flight), (SELECT count(*) FROM core.weather), "
                    + " (SELECT count(*) FROM etl.load WHERE requested_by <> 'command line'), (SELECT count(*) FROM mart.carrier_month)";
    private static final String THE_YEAR = "[[336776, 26114, 28, 185]]";

    @Test
    @Order(1)
    void down_and_up_keep_rows_and_credentials(RunningStack stack) {
        var project = stack.loaded();
        var before = project.warehouse();
        well(project.down());
        assertThat(project.containers()).isEmpty();
        well(project.up("--wait"));
        assertThat(before.rows(CONTENT)).hasToString(THE_YEAR);
        assertThat(project.warehouse()).as("the same password").isEqualTo(before);
    }

    @Test
    @Order(2)
    void passwords_are_applied_again_when_the_secrets_are_made_anew(RunningStack stack) {
        var project = stack.loaded();
        var before = project.warehouse();
        var pgadminBefore = project.secret("pgadmin", "admin-password");
        well(project.down());
        project.shell().output("docker", "volume", "rm", project.name() + "_secrets");
        well(project.up("--wait", "postgres", "pgadmin", "etl-service"));
        assertThat(project.warehouse().password()).isNotEqualTo(before.password());
        assertThat(project.warehouse().rows(CONTENT)).hasToString(THE_YEAR);
        assertThatThrownBy(() -> fromAnotherContainer(project, before))
                .hasMessageContaining("password authentication failed");
        var door = new PgAdminDoor(project.ports().pgadmin());
        assertThat(door.opensFor(project.secret("pgadmin", "admin-password"))).isTrue();
        assertThat(door.opensFor(pgadminBefore)).isFalse();
    }

    @Test
    @Order(3)
    void a_fernet_key_that_does_not_decrypt_is_refused_with_the_way_out(RunningStack stack) {
        var project = stack.loaded();
        var up = project.up("--wait");
        assertThat(up.well()).as(Shell.told(up)).isFalse();
        assertThat(project.container("airflow-init").exitCode()).isEqualTo(1);
        assertThat(project.logs("airflow-init"))
                .contains("airflow-init stopped: the Fernet key of the secrets is not the one")
                .contains("AIRFLOW_ACCEPT_NEW_FERNET_KEY=true docker compose up -d")
                .doesNotContain("Traceback");
    }

    @Test
    @Order(4)
    void the_way_out_works_and_is_needed_once(RunningStack stack) {
        var project = stack.loaded();
        well(project.up(Map.of("AIRFLOW_ACCEPT_NEW_FERNET_KEY", "true"), "--wait"));
        assertThat(project.warehouse().rows(CONTENT)).hasToString(THE_YEAR);
        well(project.up("--wait"));
    }

    @Test
    @Order(5)
    void data_of_another_major_version_is_refused_with_a_sentence(RunningStack stack) {
        var project = stack.loaded();
        well(project.down());
        writeMajorVersion(project, "16");
        project.up("postgres");
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(project.logs("postgres"))
                        .contains("postgres: the data volume was written by PostgreSQL 16, this is 17.")
                        .contains("docker compose down -v"));
        well(project.down());
        writeMajorVersion(project, "17");
        well(project.up("--wait", "postgres"));
        assertThat(project.warehouse().rows(CONTENT)).hasToString(THE_YEAR);
    }

    @Test
    @Order(6)
    void down_with_volumes_leaves_nothing(RunningStack stack) {
        var project = stack.loaded();
        well(project.down("--volumes"));
        for (var kind : List.of("container", "volume", "network")) {
            assertThat(project.shell().output("docker", kind, "ls", "--quiet", "--filter", project.label()))
                    .as(kind)
                    .isEmpty();
        }
        assertThat(project.shell().output("docker", "ps", "--all", "--quiet", "--filter", project.label()))
                .isEmpty();
    }

    /** On the loopback of its own container the official image trusts everybody, so the question comes from outside it. */
    private static void fromAnotherContainer(Project project, Warehouse warehouse) {
        project.shell()
                .output(
                        "docker",
                        "compose",
                        "exec",
                        "--no-TTY",
                        "--env",
                        "PGPASSWORD=" + warehouse.password(),
                        "pgadmin",
                        "/usr/lib/postgresql/17/bin/psql",
                        "-w",
                        "-h",
                        "postgres",
                        "-U",
                        warehouse.user(),
                        "-c",
                        "SELECT 1");
    }

    private static void writeMajorVersion(Project project, String major) {
        project.shell()
                .output(
                        "docker",
                        "run",
                        "--rm",
                        "--network",
                        "none",
                        "--entrypoint",
                        "bash",
                        "--volume",
                        project.name() + "_postgres-data:/data",
                        project.name() + "/postgres:dev",
                        "-c",
                        "echo " + major + " > /data/PG_VERSION");
    }

    private static void well(Finished finished) {
        assertThat(finished.well()).as(Shell.told(finished)).isTrue();
    }
}
