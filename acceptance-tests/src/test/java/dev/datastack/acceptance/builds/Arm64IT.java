package dev.datastack.acceptance.builds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.datastack.acceptance.stack.NeedsEngine;
import dev.datastack.acceptance.stack.Project;
import dev.datastack.acceptance.stack.Repository;
import dev.datastack.acceptance.stack.Shell;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a learner with an arm64 machine builds and runs, on a machine of another kind: an emulator stands in for it. */
@NeedsEngine
@Tag("long")
class Arm64IT {
    private static final Map<String, String> ARM64 = Map.of(
            "BASE_PREFIX", "datastack.local/arm64/",
            "DOCKER_DEFAULT_PLATFORM", "linux/arm64",
            "COMPOSE_FILE", "docker-compose.yml:acceptance-tests/src/test/resources/emulated.yaml");

    private static final List<String> IMAGES =
            List.of("healthcheck-agent", "postgres", "etl-service", "airflow", "pgadmin");

    /**
     * The services that build them, each after the one before it: with five builds at a time an emulated TLS handshake takes so
     * long that the other side gives up.
     */
    private static final List<String> BUILDERS =
            List.of("healthcheck-agent", "secrets", "pgadmin", "airflow-init", "etl-service");

    /** An emulator is some ten times slower than the machine. */
    private static final Duration LONG = Duration.ofHours(3);

    private static final Duration PATIENCE = Duration.ofMinutes(30);

    @Test
    void all_images_build_and_a_month_is_loaded() throws SQLException {
        assumeTrue(
                Files.exists(Path.of("/usr/lib/binfmt.d/qemu-aarch64.conf")),
                "there is no emulator; apt-get install qemu-user-static debootstrap");
        try (var project = Project.fresh(Repository.root())) {
            var shell = project.shell().with(ARM64).within(LONG);
            succeeds(shell, "docker/bases/emulated.sh arm64");
            BUILDERS.forEach(service -> succeeds(shell, "docker compose --progress plain build " + service));
            assertThat(IMAGES)
                    .allSatisfy(name -> assertThat(Image.of(project.name() + "/" + name + ":dev", shell)
                                    .text("/Architecture"))
                            .isEqualTo("arm64"));
            loadsAMonth(project);
            airflowAnswers(project, shell);
            pgAdminAnswers(project);
        }
    }

    private static void loadsAMonth(Project project) throws SQLException {
        starts(project, "etl-service");
        var warehouse = project.warehouse();
        var id = warehouse.value("SELECT etl.request_load('flights', '2013-02', 'arm64')");
        var ended = "SELECT status, rows_loaded, error FROM etl.load WHERE status IN ('done', 'failed') AND id = " + id;
        var load = await().atMost(PATIENCE)
                .until(() -> warehouse.rows(ended), rows -> !rows.isEmpty())
                .get(0);
        assertThat(load.get(0)).as("%s", load.get(2)).isEqualTo("done");
        assertThat(load.get(1)).isEqualTo(February.rowsOfTheFile());
        assertThat(project.exec("etl-service", "uname", "-m").outText()).contains("aarch64");
    }

    /** All of its packages are there, and those in C can be loaded. */
    private static void airflowAnswers(Project project, Shell shell) {
        var image = project.name() + "/airflow:dev";
        // It has no secrets here, and asks for its database's address at every start.
        var without =
                "docker run --rm --env AIRFLOW__DATABASE__SQL_ALCHEMY_CONN=sqlite:// --entrypoint /opt/venv/bin/airflow ";
        var version = succeeds(shell, without + image + " version");
        assertThat(version).contains(Image.of(image, shell).labels().get("org.opencontainers.image.version"));
    }

    private static void pgAdminAnswers(Project project) {
        starts(project, "pgadmin");
    }

    /** Not by {@code up --wait}: what is unhealthy for a while would end that. */
    private static void starts(Project project, String service) {
        var up = project.up(ARM64, service);
        assertThat(up.well()).as(Shell.told(up) + project.logs(service)).isTrue();
        await(service)
                .atMost(PATIENCE)
                .pollInterval(Duration.ofSeconds(2))
                .until(() -> project.container(service).health(), "healthy"::equals);
    }

    private static String succeeds(Shell shell, String plain) {
        var finished = shell.run(Shell.words(plain));
        assertThat(finished.well()).as(Shell.told(finished)).isTrue();
        return finished.outText();
    }
}
