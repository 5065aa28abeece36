package dev.datastack.cli.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.datastack.cli.command.Cli;
import dev.datastack.cli.process.Call;
import dev.datastack.cli.process.ProcessRunner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Plants causes in a clone and a shell, while no engine answers. */
@DisplayNameGeneration(ReplaceUnderscores.class)
@EnabledOnOs(OS.LINUX)
class DoctorOnMachineTest {
    @TempDir
    private Path root;

    @SuppressWarnings("NullAway.Init")
    private Cli cli;

    @BeforeEach
    void a_clone_with_all_its_files() throws IOException {
        cli = new Cli(root);
        cli.docker.fails("docker version", 1, "Cannot connect to the Docker daemon");
        cli.environment = Map.of("HOME", root.toString());
        write(".env.example", "# COMPOSE_PROJECT_NAME=x\nAIRFLOW_PORT=8080\nBASE_PREFIX=\nSTACK_CA_BUNDLE=x\n");
        write("docker-compose.yml", "services: {a: {image: \"${IMAGE:-x}\"}}\n");
        write("docker/postgres/start.sh", "#!/bin/sh\n");
        SoundClone.in(root);
    }

    private Path write(String name, String text) throws IOException {
        var file = root.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    /** The engine that does not answer is always among them. */
    private List<String> found() {
        var examined = Examined.by(cli);
        assertThat(examined.exitCode()).isEqualTo(1);
        assertThat(examined.causes()).contains("engine-down");
        return examined.causes().stream()
                .filter(cause -> !cause.equals("engine-down"))
                .toList();
    }

    @Test
    void a_sound_clone_without_an_engine_says_what_could_not_be_looked_at() {
        var examined = Examined.by(cli);
        assertThat(examined.causes()).containsExactly("engine-down");
        assertThat(examined.unseen()).contains("ports, images, volumes and containers");
        assertThat(cli.err()).isEmpty();
    }

    @Test
    void names_quotes_and_line_ends_of_the_env_file() throws IOException {
        write(".env", "AIRFLOW_PROT=8081\r\nBASE_PREFIX=\u201Cmirror/\u201D\r\nIMAGE=a\r\nIMAGE=b\r\n");
        assertThat(found()).containsExactlyInAnyOrder("env-crlf", "env-unknown", "env-quotes", "env-twice");
    }

    @Test
    void a_profile_that_there_is_not() throws IOException {
        write(".env.example", "# STACK_PROFILE=default\n");
        write(".env", "STACK_PROFILE='huge'\n");
        assertThat(found()).containsExactly("env-profile");
        write(".env", "STACK_PROFILE='small'\n");
        assertThat(found()).isEmpty();
    }

    @Test
    void settings_that_the_files_know_and_compose_s_own_are_no_finding() throws IOException {
        write(".env", "AIRFLOW_PORT='8081'\nIMAGE=a\nCOMPOSE_PROJECT_NAME=x\nCOMPOSE_PARALLEL_LIMIT=1\n");
        assertThat(found()).isEmpty();
    }

    @Test
    void a_misspelt_name_is_shown_with_the_nearest_one_that_is_known() throws IOException {
        write(".env", "COMPOSE_PROJCT_NAME=x\n");
        assertThat(Examined.by(cli).evidence("env-unknown")).startsWith("line 1: COMPOSE_PROJCT_NAME, which neither");
        cli.run("doctor");
        assertThat(cli.out()).contains("fix: write COMPOSE_PROJECT_NAME, or delete the line");
        write(".env", "SOMETHING_ELSE=x\n");
        cli.run("doctor");
        assertThat(cli.out()).contains("fix: correct the name, or delete the line");
    }

    @Test
    void a_value_that_cannot_work() throws IOException {
        write("docker/small.env", "POSTGRES_MEMORY=320M\n");
        write(".env.example", "POSTGRES_MEMORY=512M\n");
        write(".env", "POSTGRES_MEMORY=10M\n");
        assertThat(found()).containsExactly("env-value");
    }

    @Test
    void a_line_of_the_env_file_that_is_none() throws IOException {
        write(".env", "AIRFLOW_PORT 8081\n");
        var examined = Examined.by(cli);
        assertThat(examined.evidence("settings-unwritable")).contains("line 1: it is not NAME=value");
        assertThat(examined.unseen()).contains("the file .env cannot be read");
    }

    @Test
    void variables_of_the_shell() throws IOException {
        write(".env", "AIRFLOW_PORT=8081\n");
        cli.environment = Map.of("HOME", root.toString(), "COMPOSE_FILE", "other.yml", "AIRFLOW_PORT", "9");
        assertThat(found()).containsExactlyInAnyOrder("shell-ignored", "shell-hides-setting");
    }

    @Test
    void a_proxy_of_the_shell_or_of_docker_that_does_not_answer() throws IOException {
        int closed;
        try (var socket = new ServerSocket(0)) {
            closed = socket.getLocalPort();
            cli.environment = Map.of("HOME", root.toString(), "https_proxy", "http://127.0.0.1:" + closed);
            assertThat(found()).isEmpty();
        }
        assertThat(found()).containsExactly("proxy-silent");
        cli.environment = Map.of("HOME", root.toString(), "http_proxy", "http://me:s3cr@t@127.0.0.1:" + closed);
        assertThat(Examined.by(cli).evidence("proxy-silent"))
                .isEqualTo("http_proxy of the shell names http://***@127.0.0.1:" + closed + ", where nothing answers");
        cli.environment = Map.of("HOME", root.toString());
        write(".docker/config.json", "{\"proxies\":{\"default\":{\"httpProxy\":\"http://127.0.0.1:" + closed + "\"}}}");
        assertThat(Examined.by(cli).evidence("proxy-silent")).startsWith("httpProxy in ");
    }

    @Test
    void a_bundle_that_is_absent_no_certificate_or_an_old_copy() throws IOException {
        write(".env", "STACK_CA_BUNDLE=./none.pem\n");
        assertThat(found()).containsExactly("build-secret-unusable");
        write("some.pem", "0\u0082\u0003");
        write(".env", "STACK_CA_BUNDLE=./some.pem\n");
        assertThat(found()).containsExactly("ca-bundle-empty");
        write("some.pem", "-----BEGIN CERTIFICATE-----\n1\n");
        write("source.pem", "-----BEGIN CERTIFICATE-----\n2\n");
        write(".env", "STACK_CA_BUNDLE=./some.pem\nSTACK_CA_BUNDLE_SOURCE=./source.pem\n");
        assertThat(found()).containsExactly("ca-bundle-old");
        write("some.pem", "");
        write(".env", "STACK_CA_BUNDLE=./some.pem\n");
        assertThat(found()).as("the empty file that stands for none").isEmpty();
    }

    @Test
    void windows_line_ends_in_what_containers_run_and_a_script_without_its_mode() throws IOException {
        write("docker/postgres/start.sh", "#!/bin/sh\r\n");
        write("mvnw", "#!/bin/sh\n");
        assertThat(found()).containsExactlyInAnyOrder("clone-crlf", "clone-not-executable");
        var examined = Examined.by(cli, "--fix");
        assertThat(examined.fixed()).containsExactlyInAnyOrder("clone-crlf", "clone-not-executable");
        assertThat(examined.causes()).containsExactly("engine-down");
        assertThat(root.resolve("docker/postgres/start.sh")).hasContent("#!/bin/sh\n");
        assertThat(root.resolve("mvnw")).isExecutable();
    }

    @Test
    void a_fix_that_fails_is_told_and_keeps_no_other_back() throws IOException {
        var gone = write("docker/a.sh", "#!/bin/sh\r\n");
        write("docker/b.sh", "#!/bin/sh\r\n");
        // Between the look and the fix the file becomes one that nobody can write to, root included.
        cli.docker.on("docker version", call -> {
            replaceByFolder(gone);
            return new ProcessRunner().run(Call.of("false"));
        });
        var examined = Examined.by(cli, "--fix");
        assertThat(examined.fixed()).containsExactly("clone-crlf");
        assertThat(root.resolve("docker/b.sh")).hasContent("#!/bin/sh\n");
        assertThat(cli.err()).contains("not fixed: ", "docker/a.sh: Is a directory");
    }

    private static void replaceByFolder(Path file) {
        try {
            Files.deleteIfExists(file);
            Files.createDirectories(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void a_file_that_git_knows_and_that_is_gone() throws IOException {
        Files.createDirectory(root.resolve(".git"));
        cli.docker.says("git ls-files --deleted", "docker/airflow/Dockerfile\nmvnw");
        assertThat(Examined.by(cli).evidence("clone-incomplete")).isEqualTo("docker/airflow/Dockerfile, and 1 more");
    }

    @Test
    void data_that_is_missing_or_closed() throws IOException {
        Files.delete(root.resolve("data/nycflights13/airlines.csv"));
        Files.setPosixFilePermissions(
                root.resolve("data/nycflights13/planes.csv"),
                java.nio.file.attribute.PosixFilePermissions.fromString("rw-------"));
        assertThat(found()).containsExactlyInAnyOrder("data-missing", "mount-closed");
    }

    @Test
    void findings_are_shown_with_their_evidence_and_the_way_out() throws IOException {
        write(".env", "IMAGE=a\r\n");
        assertThat(cli.run("doctor")).isEqualTo(1);
        assertThat(cli.out())
                .contains(
                        "The file .env has Windows line ends [env-crlf]",
                        "  fix: sed -i 's/\\r$//' .env",
                        "not looked at: the engine's resources",
                        "2 findings; './stack doctor --fix' fixes 1 of them.");
        assertThat(cli.run("doctor", "--fix")).isEqualTo(1);
        assertThat(cli.out()).contains("fixed: The file .env has Windows line ends [env-crlf]");
        assertThat(root.resolve(".env")).hasContent("IMAGE=a\n");
    }
}
