package dev.datastack.cli.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.datastack.cli.FakeRunner;
import dev.datastack.cli.FakeScreen;
import dev.datastack.cli.FakeTime;
import dev.datastack.cli.Fixture;
import dev.datastack.cli.docker.Compose;
import dev.datastack.cli.docker.ComposeModel;
import dev.datastack.cli.docker.ComposeModel.Service;
import dev.datastack.cli.docker.Docker;
import dev.datastack.cli.problem.Problem;
import dev.datastack.cli.problem.StackException;
import dev.datastack.cli.settings.EnvFile;
import dev.datastack.cli.settings.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class BuildTest {
    @TempDir
    private Path root;

    private final FakeRunner runner = new FakeRunner().says("mvnw", "");
    private final FakeScreen screen = FakeScreen.pipe();

    private void ensureJars(Map<String, String> environment) {
        var settings = new Settings(environment, new EnvFile(root.resolve(".env")));
        new Jars(runner, root, settings, screen.terminal(), new FakeTime()::now).ensure();
    }

    private Path file(String name, long time) throws IOException {
        var file = root.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "");
        return Files.setLastModifiedTime(file, FileTime.fromMillis(time));
    }

    @Test
    void a_project_without_the_module_needs_no_jar() {
        ensureJars(Map.of());
        assertThat(runner.calls()).isEmpty();
    }

    @Test
    void a_missing_jar_is_built_and_one_that_is_newer_than_its_sources_is_not() throws IOException {
        file("etl-service/pom.xml", 1000);
        ensureJars(Map.of());
        file("etl-service/target/etl-service.jar", 2000);
        file("healthcheck-agent/target/.stack-built", 2000);
        ensureJars(Map.of());
        assertThat(runner.calls()).singleElement().asString().contains("-pl etl-service,healthcheck-agent -am");
    }

    @Test
    void a_changed_source_of_the_agent_is_built_once() throws IOException {
        file("etl-service/pom.xml", 1000);
        file("etl-service/target/etl-service.jar", 2000);
        file("healthcheck-agent/target/.stack-built", 2000);
        file("healthcheck-agent/src/main/java/A.java", 3000);
        ensureJars(Map.of());
        ensureJars(Map.of());
        assertThat(runner.calls()).hasSize(1);
    }

    @Test
    void jars_built_inside_an_image_are_not_built_outside() throws IOException {
        file("etl-service/pom.xml", 1000);
        ensureJars(Map.of("JAR", "inside"));
        assertThat(runner.calls()).isEmpty();
    }

    @Test
    void for_the_demo_the_service_alone_is_built_and_for_images_the_agent_is_still_missing() throws IOException {
        file("etl-service/pom.xml", 1000);
        var settings = new Settings(Map.of(), new EnvFile(root.resolve(".env")));
        new Jars(runner, root, settings, screen.terminal(), new FakeTime()::now).ensureEtlService();
        assertThat(runner.calls()).singleElement().asString().contains("-pl etl-service -am");
        file("etl-service/target/etl-service.jar", 2000);
        ensureJars(Map.of());
        assertThat(runner.calls()).last().asString().contains("-pl etl-service,healthcheck-agent -am");
    }

    @Test
    void a_failed_build_of_the_jars_shows_what_maven_said() throws IOException {
        file("etl-service/pom.xml", 1000);
        runner.on("mvnw", call -> FakeRunner.finished(call, 1, "[ERROR] Loader.java:[3,1] ';' expected", ""));
        var thrown = catchThrowableOfType(StackException.class, () -> ensureJars(Map.of()));
        assertThat(thrown.problem()).isEqualTo(Problem.JARS_NOT_BUILT);
        assertThat(thrown.evidence()).containsExactly("[ERROR] Loader.java:[3,1] ';' expected");
    }

    @Test
    void the_step_under_way_is_read_out_of_the_progress() {
        var steps = new ArrayList<String>();
        var log = new BuildLog(steps::add, image -> {});
        Fixture.read("build.txt").lines().forEach(log);
        assertThat(steps).contains("[1/1] COPY Dockerfile /");
        assertThat(log.failedTarget()).isEmpty();
    }

    @Test
    void an_engine_with_little_memory_builds_one_image_after_the_other() {
        runner.says("docker info", String.valueOf(2L << 30)).says("build", "");
        images().build(model());
        assertThat(runner.calls()).filteredOn(call -> call.contains(" build ")).hasSize(2);
    }

    @Test
    void an_engine_with_enough_memory_builds_all_at_once() {
        runner.says("docker info", String.valueOf(8L << 30)).says("build", "");
        images().build(model());
        assertThat(runner.calls())
                .filteredOn(call -> call.contains(" build "))
                .singleElement()
                .asString()
                .endsWith("build a b");
        assertThat(screen.out()).contains("images: 2 up to date");
    }

    private Images images() {
        return new Images(new Compose(runner, root), new Docker(runner), screen.terminal(), new FakeTime()::now);
    }

    private static ComposeModel model() {
        return new ComposeModel(
                "p",
                List.of(
                        new Service("a", false, false, 1, true, "p/a:dev", Map.of(), List.of()),
                        new Service("b", false, false, 1, true, "p/b:dev", Map.of(), List.of()),
                        new Service("c", false, false, 1, false, "x", Map.of(), List.of())));
    }
}
