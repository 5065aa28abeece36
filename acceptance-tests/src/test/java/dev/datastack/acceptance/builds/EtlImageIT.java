package dev.datastack.acceptance.builds;

import static org.assertj.core.api.Assertions.assertThat;

import dev.datastack.acceptance.stack.NeedsEngine;
import dev.datastack.acceptance.stack.Shell;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** One contract for the ETL image, whichever way it was built. */
@NeedsEngine
@ExtendWith(EtlImages.Given.class)
class EtlImageIT {
    @ParameterizedTest
    @EnumSource
    void it_runs_as_a_numbered_user_who_is_not_root(Way way, EtlImages images) {
        assertThat(images.of(way).text("/Config/User")).isEqualTo("10001:10001");
    }

    @ParameterizedTest
    @EnumSource
    void its_entry_point_is_the_jvm_itself_with_the_limits_of_the_container(Way way, EtlImages images) {
        var image = images.of(way);
        assertThat(image.texts("/Config/Entrypoint"))
                .startsWith("java")
                .contains(
                        "-XX:MaxRAMPercentage=50",
                        "-XX:+UseSerialGC",
                        "-XX:SurvivorRatio=2",
                        "-XX:+ExitOnOutOfMemoryError");
        assertThat(image.texts("/Config/Cmd")).containsExactly("worker");
    }

    @ParameterizedTest
    @EnumSource
    void its_health_check_asks_for_the_heartbeat(Way way, EtlImages images) {
        var image = images.of(way);
        assertThat(image.texts("/Config/Healthcheck/Test"))
                .containsExactly("CMD", "healthcheck", "file", "/tmp/heartbeat", "--newer-than", "30s");
        assertThat(image.texts("/Config/Env")).contains("ETL_HEARTBEAT_FILE=/tmp/heartbeat");
        assertThat(image.inspected().at("/Config/Healthcheck"))
                .isEqualTo(images.image("java-runtime:dev").inspected().at("/Config/Healthcheck"));
    }

    /** Dockerfile: libraries, application, cache. Jib: libraries, resources, classes, arguments of the JVM. */
    @ParameterizedTest
    @EnumSource
    void its_layers_stand_on_the_shared_runtime(Way way, EtlImages images) {
        var shared = images.image("java-runtime:dev").layers();
        var own = way == Way.DOCKERFILE ? 3 : 4;
        assertThat(images.of(way).layers()).hasSize(shared.size() + own).startsWith(shared.toArray(String[]::new));
    }

    @ParameterizedTest
    @EnumSource
    void its_labels_say_what_it_is(Way way, EtlImages images) {
        assertThat(images.of(way).labels())
                .containsEntry("org.opencontainers.image.title", "ETL service of Local Data Stack")
                .containsEntry("org.opencontainers.image.licenses", "Apache-2.0")
                .isEqualTo(images.of(Way.DOCKERFILE).labels());
    }

    @ParameterizedTest
    @EnumSource
    void it_becomes_healthy_confined_and_loads_a_month(Way way, EtlImages images)
            throws SQLException, IOException, InterruptedException {
        February.isLoadedBy(images.of(way), images.image("postgres:dev"));
    }

    @Test
    void jib_needs_no_engine_where_the_runtime_image_is_a_file(EtlImages images, @TempDir Path folder) {
        var runtime = folder.resolve("java-runtime.tar");
        images.shell()
                .output(
                        "docker",
                        "save",
                        "--output",
                        runtime.toString(),
                        images.image("java-runtime:dev").name());
        var byEngine = images.of(Way.JIB).id();
        var tar = folder.resolve("etl-service.tar");
        images.shell()
                .output(Shell.words(
                        "./mvnw -q -B -ntp -pl etl-service jib:buildTar -Djib.dockerClient.executable=/there/is/no/docker",
                        "-Djib.from.image=tar://" + runtime,
                        "-Djib.outputPaths.tar=" + tar));
        images.shell().output("docker", "load", "--input", tar.toString());
        assertThat(images.of(Way.JIB).id()).as("the same image").isEqualTo(byEngine);
    }
}
