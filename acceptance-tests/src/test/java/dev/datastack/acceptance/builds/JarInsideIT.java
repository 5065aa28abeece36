package dev.datastack.acceptance.builds;

import static org.assertj.core.api.Assertions.assertThat;

import dev.datastack.acceptance.stack.NeedsEngine;
import dev.datastack.acceptance.stack.Project;
import dev.datastack.acceptance.stack.Shell;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code JAR=inside docker compose up -d} in a clone that no Maven has seen. */
@NeedsEngine
@Tag("long")
class JarInsideIT {
    @Test
    void a_clone_without_jars_compiles_them_in_a_stage_and_loads_a_month(@TempDir Path folder)
            throws IOException, SQLException, InterruptedException {
        var clone = Clone.ofSources(folder.resolve("clone"));
        try (var project = Project.fresh(clone.folder())) {
            var shell = project.shell().with(Map.of("JAR", "inside")).within(Duration.ofMinutes(30));
            var built = shell.run(Shell.words("docker compose --progress plain build postgres etl-service"));
            assertThat(built.well()).as(Shell.told(built)).isTrue();
            assertThat(built.outText() + built.errText())
                    .contains("maven.sh --file etl-service/pom.xml", "maven.sh --file healthcheck-agent/pom.xml")
                    .doesNotContain("-outside");
            February.isLoadedBy(
                    Image.of(project.name() + "/etl-service:dev", shell),
                    Image.of(project.name() + "/postgres:dev", shell));
        }
    }
}
