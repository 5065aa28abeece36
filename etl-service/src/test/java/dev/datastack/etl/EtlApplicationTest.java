package dev.datastack.etl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import dev.datastack.etl.warehouse.RealFiles;
import dev.datastack.etl.warehouse.TestWarehouse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** The application as it is started, with its own configuration. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class EtlApplicationTest {

    @TempDir
    Path folder = Path.of("");

    @Test
    void the_service_migrates_loads_and_shows_that_it_lives() throws Exception {
        Path heartbeat = folder.resolve("heartbeat");
        try (TestWarehouse warehouse = new TestWarehouse()) {
            String[] settings = {
                "--spring.datasource.url=" + warehouse.url(),
                "--etl.data-dir=" + RealFiles.folder(),
                "--etl.heartbeat-file=" + heartbeat
            };
            try (ConfigurableApplicationContext service = SpringApplication.run(EtlApplication.class, settings)) {
                assertThat(service.isRunning()).isTrue();
                long id = warehouse.request("airlines", "all");
                await().atMost(Duration.ofSeconds(20))
                        .until(() -> warehouse.status(id).equals("done") && Files.exists(heartbeat));
            }
            assertThat(warehouse.number("SELECT count(*) FROM core.airline")).isEqualTo(16);
        }
    }

    @Test
    void a_warehouse_of_another_version_is_refused_with_the_way_out_and_left_as_it_is() throws Exception {
        try (TestWarehouse warehouse = new TestWarehouse()) {
            warehouse.execute("UPDATE etl.flyway_schema_history SET checksum = checksum + 1 WHERE version = '4'");
            var thrown = catchThrowable(() -> SpringApplication.run(
                    EtlApplication.class, "--spring.datasource.url=" + warehouse.url(), "--etl.heartbeat-file="));
            var analysis = Objects.requireNonNull(new OtherSchemaFailureAnalyzer().analyze(thrown));
            assertThat(analysis.getDescription()).contains("made by another version of the project");
            assertThat(analysis.getAction()).contains("./stack down --volumes --yes");
            assertThat(warehouse.number("SELECT count(*) FROM core.flight")).isZero();
        }
    }
}
