package dev.datastack.cli.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.datastack.cli.FakeRunner;
import dev.datastack.cli.Fixture;
import dev.datastack.cli.command.Cli;
import dev.datastack.cli.process.Call;
import dev.datastack.cli.process.ProcessRunner;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Plants causes in the answers of an engine, and in a project that does not run. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class DoctorOnEngineTest {
    private static final String INFO = """
            {"MemTotal":%d,"MemoryLimit":%s,"NCPU":%d,"DockerRootDir":"/none","SystemTime":"%s"}""";
    private static final long PLENTY = 8L << 30;

    @TempDir
    private Path root;

    @SuppressWarnings("NullAway.Init")
    private Cli cli;

    @BeforeEach
    void a_clone_with_all_its_files() throws IOException {
        cli = new Cli(root);
        cli.environment = Map.of("HOME", root.toString());
        SoundClone.in(root);
        engine(PLENTY, true, 2, cli.now().toString());
        image("amd64", "");
    }

    private void engine(long memory, boolean limits, int cpus, String time) {
        cli.docker.says("docker info", INFO.formatted(memory, limits, cpus, time));
    }

    private void image(String architecture, String variable) {
        cli.docker.says(
                "docker image inspect",
                "[{\"Id\":\"sha256:1\",\"Os\":\"linux\",\"Architecture\":\"%s\",\"Config\":{\"Env\":[\"%s\"]}}]"
                        .formatted(architecture, variable));
    }

    private void compose(String services) {
        cli.docker.says("config --format json", """
                {"name":"tiny","networks":{"default":{"name":"tiny_default"}},
                 "volumes":{"postgres-data":{"name":"tiny_data"}},"services":%s}""".formatted(services));
    }

    private List<String> found() {
        return Examined.by(cli).causes();
    }

    @Test
    void a_sound_engine_gives_no_finding() {
        compose("{\"a\":{\"image\":\"x\"}}");
        var examined = Examined.by(cli);
        assertThat(examined.causes()).isEmpty();
        assertThat(examined.exitCode()).isZero();
        assertThat(examined.unseen()).contains("the stack is not running");
        cli.run("doctor");
        assertThat(cli.out()).contains("Nothing found in what could be looked at; ");
    }

    @Test
    void an_engine_that_is_missing_denied_old_or_another_one() {
        cli.docker.on("docker version", call -> new ProcessRunner().run(Call.of("no-such-docker")));
        assertThat(found()).containsExactly("no-docker");
        cli.docker.fails("docker version", 1, "permission denied while trying to connect to the socket");
        assertThat(found()).containsExactly("engine-denied");
        cli.docker.says("docker version", "{\"Server\":{\"Version\":\"20.10.24\"}}");
        assertThat(found()).containsExactly("engine-old");
        cli.docker.says("docker version", Fixture.read("version-podman.json"));
        assertThat(found()).containsExactly("engine-podman");
    }

    @Test
    void a_plugin_that_is_missing_or_old() {
        cli.docker.fails("compose version", 1, "docker: 'compose' is not a docker command.");
        assertThat(found()).containsExactly("compose-missing");
        cli.docker.says("compose version", "2.20.0");
        assertThat(found()).containsExactly("compose-old");
        cli.docker.says("compose version", "5.6.0");
        cli.docker.fails("docker buildx version", 1, "docker: 'buildx' is not a docker command.");
        assertThat(found()).containsExactly("buildx-missing");
    }

    @Test
    void less_memory_and_fewer_processors_than_the_services_may_use() {
        compose("""
                {"a":{"image":"x","deploy":{"resources":{"limits":{"memory":"3221225472","cpus":2}}}},
                 "b":{"image":"x","deploy":{"resources":{"limits":{"memory":"3221225472","cpus":1}}}}}""");
        assertThat(found()).isEmpty();
        engine(4L << 30, true, 1, cli.now().toString());
        var examined = Examined.by(cli);
        assertThat(examined.causes()).containsExactlyInAnyOrder("engine-memory-low", "engine-cpus-low");
        assertThat(examined.evidence("engine-cpus-low")).isEqualTo("a may use 2.0, the engine has 1");
    }

    @Test
    void limits_that_are_not_enforced_a_clock_that_is_off_and_a_large_cache() {
        compose("{\"a\":{\"image\":\"x\"}}");
        engine(PLENTY, false, 2, cli.now().minusSeconds(90).toString());
        cli.docker.says("docker system df", "[{\"Description\":\"x\",\"Size\":\"21.5GB\"},{\"Size\":\"1GB\"}]");
        var examined = Examined.by(cli);
        assertThat(examined.causes())
                .containsExactlyInAnyOrder("engine-no-limits", "engine-clock", "build-cache-large");
        assertThat(examined.evidence("engine-clock")).startsWith("the engine's is 90 s behind");
    }

    @Test
    void a_shell_that_asks_for_images_of_another_processor() {
        compose("{\"a\":{\"image\":\"x\"}}");
        cli.environment = Map.of("HOME", root.toString(), "DOCKER_DEFAULT_PLATFORM", "linux/arm64");
        assertThat(found()).containsExactly("shell-platform");
    }

    @Test
    void a_compose_file_that_is_refused_ends_the_look_at_the_project() {
        cli.docker.fails("config --format json", 15, "services.a.ports.0 is invalid");
        var examined = Examined.by(cli);
        assertThat(examined.evidence("compose-file-refused")).contains("services.a.ports.0 is invalid");
        assertThat(examined.unseen()).contains("they need a Compose file that can be read");
    }

    @Test
    void a_broken_line_of_the_env_file_is_found_once() throws IOException {
        Files.writeString(root.resolve(".env"), "A=\"x\nB=1\n");
        cli.docker.fails("config --format json", 1, "failed to read .env: line 3: unterminated quoted value");
        var examined = Examined.by(cli);
        assertThat(examined.causes()).containsExactly("settings-unwritable");
        assertThat(examined.unseen()).contains("the Compose file", "the file .env cannot be read");
    }

    @Test
    void a_project_of_another_folder_is_named_and_not_looked_into() throws IOException {
        compose("{\"a\":{\"image\":\"x\"}}");
        var other = Files.createDirectory(root.resolve("other"));
        cli.docker.says("docker ps --all --filter label=com.docker.compose.project=tiny", other.toString());
        assertThat(found()).containsExactly("project-elsewhere");
        assertThat(cli.docker.calls()).noneMatch(call -> call.contains("docker inspect"));
    }

    @Test
    void a_port_that_another_program_holds() throws IOException {
        try (var holder = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            compose("""
                    {"a":{"image":"x","ports":[{"host_ip":"127.0.0.1","target":80,"published":"%d"}]}}""".formatted(holder.getLocalPort()));
            cli.docker.says("docker ps --filter publish", "");
            assertThat(Examined.by(cli).evidence("port-taken")).contains(String.valueOf(holder.getLocalPort()));
        }
    }

    @Test
    void another_program_at_the_other_localhost() throws IOException {
        try (var twin = new ServerSocket(0, 1, InetAddress.getAllByName("::1")[0])) {
            compose("""
                    {"a":{"image":"x","ports":[{"host_ip":"127.0.0.1","target":80,"published":"%d"}]}}""".formatted(twin.getLocalPort()));
            assertThat(found()).containsExactly("port-twin");
        }
    }

    @Test
    void a_one_shot_that_nothing_waits_for() {
        compose("{\"once\":{\"image\":\"x\",\"restart\":\"no\"}}");
        assertThat(found()).containsExactly("one-shot-alone");
        compose("""
                {"once":{"image":"x","restart":"no"},
                 "a":{"image":"x","depends_on":{"once":{"condition":"service_completed_successfully"}}}}""");
        assertThat(found()).isEmpty();
    }

    @Test
    void an_image_for_another_processor() {
        compose("{\"a\":{\"image\":\"x\"}}");
        image("arm64", "");
        assertThat(found()).containsExactly("image-other-platform");
    }

    @Test
    void data_of_another_major_version() {
        compose("{\"postgres\":{\"image\":\"x\"}}");
        image("amd64", "PG_MAJOR=18");
        cli.docker.says("docker volume inspect tiny_data", "[]").says("docker run --rm", "17");
        assertThat(Examined.by(cli).evidence("volume-other-postgres"))
                .contains("are of PostgreSQL 17, the image has 18");
        cli.docker.says("docker run --rm", "18");
        assertThat(found()).isEmpty();
    }

    @Test
    void a_volume_that_is_not_there_is_not_made() {
        compose("{\"postgres\":{\"image\":\"x\"}}");
        image("amd64", "PG_MAJOR=17");
        cli.docker.fails("docker volume inspect", 1, "no such volume");
        assertThat(found()).isEmpty();
        assertThat(cli.docker.calls()).noneMatch(call -> call.contains("docker run"));
    }

    @Test
    void a_container_that_was_started_from_an_older_image_and_logs_without_limit() {
        compose("{\"a\":{\"image\":\"x\"}}");
        cli.docker.says("ps -a --format json", "{\"ID\":\"1\",\"Service\":\"a\",\"State\":\"running\"}");
        cli.docker.says("docker inspect", """
                [{"Id":"1","Image":"sha256:0","Config":{"Labels":{"com.docker.compose.service":"a"}},
                  "NetworkSettings":{"Networks":{}},
                  "HostConfig":{"LogConfig":{"Type":"json-file","Config":{}}}}]""");
        cli.docker.on("exec -T a", call -> FakeRunner.finished(call, 1, "", ""));
        assertThat(found()).containsExactlyInAnyOrder("image-stale", "log-unbounded");
    }
}
