package dev.datastack.acceptance.builds;

import static org.assertj.core.api.Assertions.assertThat;

import dev.datastack.acceptance.stack.NeedsEngine;
import dev.datastack.acceptance.stack.Project;
import dev.datastack.acceptance.stack.Shell;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** After a change of one line, {@code docker compose up -d} has the new line in its containers, in as few new layers as can be. */
@NeedsEngine
class RebuildIT {
    /** Small, without dependencies, and in neither image. A comment would not do: BuildKit compares what it installed. */
    private static final String ONE_PACKAGE_MORE =
            "iniconfig==2.1.0 --hash=sha256:9deba5723312380e77435581c6bf4935c94cbfab9b1ed33ef8d238ea168eb760";

    private static final String POOL = "dev/datastack/etl/worker/WorkerPool";
    private static final String LINE = "workers wait for loads";
    private static final String JAR = "etl-service/target/etl-service.jar";

    /** BuildKit compares files by size and time; a jar with a fixed time stamp and an equal size would come from its cache. */
    @Test
    void a_line_of_java_changes_application_and_cache_though_the_jar_keeps_its_size(@TempDir Path folder)
            throws IOException {
        var clone = Clone.built(folder.resolve("clone"));
        try (var project = Project.fresh(clone.folder())) {
            var shell = project.shell().within(Duration.ofMinutes(20));
            var dockerfileBefore = built(project, "etl-service", "etl-service");
            built(project, "java-runtime", "java-runtime");
            var jibBefore = builtByJib(project);
            var size = Files.size(clone.file(JAR));
            var line = EqualSize.of(clone.file("etl-service/target/classes/" + POOL + ".class"), LINE);
            clone.replace("etl-service/src/main/java/" + POOL + ".java", LINE, line);
            shell.line("./mvnw -q -B -ntp -pl etl-service package -Dmaven.test.skip=true -Dspotless.check.skip=true");
            assertThat(Files.size(clone.file(JAR))).as("the trap is set").isEqualTo(size);

            var up = project.up("--no-start", "etl-service");
            assertThat(up.well()).as(Shell.told(up)).isTrue();
            var dockerfile = image(project, "etl-service:dev");
            assertThat(dockerfile.changedSince(dockerfileBefore))
                    .containsExactly("COPY /trained/ /", "COPY /build/application/ /");
            assertThat(builtByJib(project).changedSince(jibBefore)).containsExactly("classes");
            assertThat(project.container("etl-service").at("/Image").asString())
                    .as("what up runs")
                    .isEqualTo(dockerfile.id());
            assertThat(poolInside(dockerfile, project, folder)).contains(line).doesNotContain(LINE);
        }
    }

    @Test
    void a_line_of_a_dag_changes_one_layer(@TempDir Path folder) throws IOException {
        var clone = Clone.built(folder.resolve("clone"));
        try (var project = Project.fresh(clone.folder())) {
            var before = built(project, "airflow-init", "airflow");
            clone.append("docker/airflow/dags/marts.py", "# a line more");
            assertThat(built(project, "airflow-init", "airflow").changedSince(before))
                    .containsExactly("COPY /sources/dags /opt/airflow/dags");
        }
    }

    /** What stands above has no new content. But the engine's store lays it on anew, and its folders get the time of that. */
    @Test
    @Tag("long")
    void a_line_of_a_requirements_file_changes_the_packages_and_nothing_below(@TempDir Path folder) throws IOException {
        var clone = Clone.built(folder.resolve("clone"));
        try (var project = Project.fresh(clone.folder())) {
            var airflow = built(project, "airflow-init", "airflow");
            var pgadmin = built(project, "pgadmin", "pgadmin");
            clone.append("docker/airflow/requirements.txt", ONE_PACKAGE_MORE);
            clone.append("docker/pgadmin/requirements.txt", ONE_PACKAGE_MORE);
            endsWithThePackages(built(project, "airflow-init", "airflow").changedSince(airflow));
            endsWithThePackages(built(project, "pgadmin", "pgadmin").changedSince(pgadmin));
        }
    }

    private static void endsWithThePackages(List<String> changed) {
        assertThat(changed).endsWith("COPY /opt/venv /opt/venv");
    }

    private static Image built(Project project, String service, String image) {
        var shell = project.shell().within(Duration.ofMinutes(20));
        shell.output("docker", "compose", "--progress", "plain", "build", service);
        return image(project, image + ":dev");
    }

    private static Image builtByJib(Project project) {
        project.shell().within(Duration.ofMinutes(10)).line("./mvnw -q -B -ntp -pl etl-service jib:dockerBuild");
        return image(project, "etl-service:jib");
    }

    private static Image image(Project project, String name) {
        return Image.of(project.name() + "/" + name, project.shell());
    }

    /** The class in this image, as text. */
    private static String poolInside(Image image, Project project, Path folder) throws IOException {
        var mount = folder + ":/outside";
        project.shell()
                .output(Shell.words(
                        "docker run --rm --network none --user 0 --volume",
                        mount,
                        "--entrypoint",
                        "cp",
                        image.name(),
                        "/app/etl-service.jar",
                        "/outside/inside.jar"));
        try (var zip = new ZipFile(folder.resolve("inside.jar").toFile());
                var bytes = zip.getInputStream(zip.getEntry(POOL + ".class"))) {
            return new String(bytes.readAllBytes(), StandardCharsets.ISO_8859_1);
        }
    }
}
