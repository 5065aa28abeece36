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
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class BuildTest {
    @TempDir
    private Path root;

    private final FakeRunner runner = new FakeRunner().says("mvnw", "");
    private final FakeScreen screen = FakeScreen.pipe();

    private void ensureJars(Map<String, String> environment) {
        var settings = new Settings(environment, new EnvFile(root.resolve(".env")));
        new Jars(runner, root, settings, screen.terminal(), new FakeTime()).ensure();
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
        new Jars(runner, root, settings, screen.terminal(), new FakeTime()).ensureEtlService();
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

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            compile.txt    | it does not compile. /kit/stack-cli/src/main/java/dev/datastack/cli/engine/Version.java:6: ','
            no-network.txt | Maven did not reach its repository
            no-host.txt    | Maven did not reach its repository
            pkix.txt       | Java does not trust the certificate
            proxy-auth.txt | requires a user name and a password
            disk-full.txt  | the disk is full
            read-only.txt  | a file or folder cannot be written
            no-maven.txt   | Maven itself could not be downloaded
            """)
    void a_failed_build_of_the_jars_says_why(String fixture, String cause) throws IOException {
        file("etl-service/pom.xml", 1000);
        runner.on("mvnw", call -> FakeRunner.finished(call, 1, Fixture.read("../maven/" + fixture), ""));
        var thrown = catchThrowableOfType(StackException.class, () -> ensureJars(Map.of()));
        assertThat(thrown).hasMessageContaining("exit code 1: ").hasMessageContaining(cause);
        assertThat(thrown.evidence()).isNotEmpty().noneMatch(line -> line.contains("[Help 1] http"));
    }

    @Test
    void a_log_is_told_now_and_then_how_much_was_downloaded() throws IOException {
        file("etl-service/pom.xml", 1000);
        runner.says("mvnw", Fixture.read("../maven/downloads.txt"));
        ensureJars(Map.of());
        assertThat(screen.out()).contains("jars: 25 files downloaded").doesNotContain("jars: 26 files");
    }

    @Test
    void a_screen_shows_module_and_step() {
        var steps = new ArrayList<String>();
        Fixture.read("../maven/compile.txt").lines().forEach(new MavenLog(steps::add, line -> {}));
        assertThat(steps).contains("Local Data Stack: enforce", "stack-cli: compile");
    }

    @Test
    void while_another_process_builds_the_jars_this_one_waits_and_takes_them() throws Exception {
        file("etl-service/pom.xml", 1000);
        var lock = root.resolve("etl-service/target/.stack-building");
        Files.createDirectories(lock.getParent());
        var java = Path.of(System.getProperty("java.home", ""), "bin/java").toString();
        var other = new ProcessBuilder(
                        java,
                        "-cp",
                        System.getProperty("java.class.path", ""),
                        HoldsLock.class.getName(),
                        lock.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        assertThat(other.getInputStream().read()).as("it holds the lock").isEqualTo('!');
        var said = CompletableFuture.runAsync(() -> {
            while (!screen.out().contains("another build is in progress")) {
                Thread.onSpinWait();
            }
            built(other);
        });
        ensureJars(Map.of());
        said.get();
        assertThat(runner.calls()).isEmpty();
    }

    private void built(Process other) {
        try {
            file("etl-service/target/etl-service.jar", 2000);
            file("healthcheck-agent/target/.stack-built", 2000);
            other.getOutputStream().close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** With buildx 0.29.1 and 0.38.2. */
    @ParameterizedTest
    @ValueSource(strings = {"2.40.3", "5.6.0"})
    void the_step_under_way_and_the_image_are_read_out_of_the_progress_of_each_compose(String version) {
        var steps = new ArrayList<String>();
        var images = new ArrayList<String>();
        var log = new BuildLog(steps::add, images::add);
        Fixture.read("build-" + version + ".txt").lines().forEach(log);
        assertThat(steps).contains("[1/1] COPY Dockerfile /");
        assertThat(images).containsExactly("fixture/good:dev");
        assertThat(log.failedTarget()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2.40.3", "5.6.0"})
    void the_service_whose_build_failed_is_read_out_of_the_progress_of_each_compose(String version) {
        var log = new BuildLog(step -> {}, image -> {});
        Fixture.read("build-fails-" + version + ".txt").lines().forEach(log);
        assertThat(log.failedTarget()).contains("bad");
        assertThat(log.lastLines()).anyMatch(line -> line.contains("cat: /absent: No such file or directory"));
    }

    @Test
    void an_engine_with_little_memory_builds_one_image_after_the_other() {
        runner.says("docker info", "{\"MemTotal\":2147483648,\"MemoryLimit\":true}")
                .says("build", "");
        images().build(model());
        assertThat(runner.calls()).filteredOn(call -> call.contains(" build ")).hasSize(2);
    }

    @Test
    void an_engine_with_enough_memory_builds_all_at_once() {
        runner.says("docker info", "{\"MemTotal\":8589934592,\"MemoryLimit\":true}")
                .says("build", "");
        images().build(model());
        assertThat(runner.calls())
                .filteredOn(call -> call.contains(" build "))
                .singleElement()
                .asString()
                .endsWith("build a b");
        assertThat(screen.out()).contains("images: 2 up to date");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            #8 ERROR: failed to copy: write /x: no space left on device                            | docker builder prune
            #9 3.1 ssl.SSLCertVerificationError: certificate verify failed: self-signed certificate | STACK_CA_BUNDLE
            debian:trixie-slim: failed to resolve source metadata for docker.io/library/debian     | ./stack images bases
            failed to compute cache key: "/etl-service/target/etl-service.jar": not found           | ./mvnw package
            #7 2.0 Temporary failure resolving 'deb.example.invalid'                                | reaches no network
            #7 2.0 something else                                                                  | see the lines above
            """)
    void an_image_that_does_not_build_comes_with_advice_that_can_be_typed(String line, String advice) {
        runner.says("docker info", "{\"MemTotal\":8589934592,\"MemoryLimit\":true}")
                .fails("build a b", 1, line);
        var thrown = catchThrowableOfType(StackException.class, () -> images().build(model()));
        assertThat(thrown.next()).contains(advice).endsWith("; all it says: docker compose build a b");
    }

    private Images images() {
        return new Images(new Compose(runner, root), new Docker(runner), screen.terminal(), new FakeTime());
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
