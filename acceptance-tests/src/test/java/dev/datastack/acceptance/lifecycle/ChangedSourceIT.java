package dev.datastack.acceptance.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.datastack.acceptance.stack.NeedsEngine;
import dev.datastack.acceptance.stack.Project;
import dev.datastack.acceptance.stack.Repository;
import dev.datastack.acceptance.stack.Shell;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code ./mvnw package && docker compose up -d} in a copy of the clone. A jar with a fixed time stamp and an equal size
 * would come from BuildKit's cache, stale; so would an image that {@code up} does not build again.
 */
@NeedsEngine
@Order(Integer.MAX_VALUE - 1)
class ChangedSourceIT {
    private static final String SOURCE = "etl-service/src/main/java/dev/datastack/etl/worker/WorkerPool.java";
    private static final String BEFORE = "workers wait for loads";
    private static final String AFTER = "workers wait for tasks";
    private static final Path JAR = Path.of("etl-service/target/etl-service.jar");

    @Test
    void a_changed_line_is_in_the_running_container_after_package_and_up(@TempDir Path folder) throws IOException {
        var clone = copyTo(folder.resolve("clone"));
        try (var project = Project.fresh(clone)) {
            start(project, BEFORE);
            var source = clone.resolve(SOURCE);
            var text = Files.readString(source);
            assertThat(text).contains(BEFORE);
            Files.writeString(source, text.replace(BEFORE, AFTER));
            project.shell()
                    .within(Duration.ofMinutes(10))
                    .output("./mvnw", "-q", "-B", "-ntp", "-pl", "etl-service", "package", "-DskipTests");
            start(project, AFTER);
        }
    }

    private static void start(Project project, String firstWords) {
        var up = project.up("--wait", "etl-service");
        assertThat(up.well()).as(Shell.told(up)).isTrue();
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(project.logs("etl-service")).contains(firstWords));
    }

    /** Sources, and what the images take from {@code target}: the state after a {@code ./mvnw package}. */
    private static Path copyTo(Path clone) throws IOException {
        for (var file : Repository.sources()) {
            copy(file, clone);
        }
        copy(JAR, clone);
        var agent = Path.of("healthcheck-agent/target");
        try (var files = Files.walk(Repository.root().resolve(agent))) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                copy(Repository.root().relativize(file), clone);
            }
        }
        return clone;
    }

    private static void copy(Path file, Path clone) throws IOException {
        var target = clone.resolve(file);
        Files.createDirectories(Objects.requireNonNull(target.getParent()));
        Files.copy(
                Repository.root().resolve(file),
                target,
                StandardCopyOption.COPY_ATTRIBUTES,
                StandardCopyOption.REPLACE_EXISTING);
    }
}
