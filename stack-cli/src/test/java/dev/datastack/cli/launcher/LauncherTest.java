package dev.datastack.cli.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import dev.datastack.cli.docker.Call;
import dev.datastack.cli.docker.Finished;
import dev.datastack.cli.docker.ProcessRunner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Runs the real launcher in a made-up clone, with a PATH that has the ordinary tools and only the java that a test puts there. */
@DisplayNameGeneration(ReplaceUnderscores.class)
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "a POSIX shell script")
class LauncherTest {
    private static final Path ROOT = Path.of(Objects.requireNonNull(System.getProperty("stack.root")));
    private static final List<String> TOOLS = List.of(
            "sh", "bash", "cut", "dirname", "find", "head", "readlink", "sed", "stty", "touch", "uname", "apt-get");

    @TempDir
    private Path clone;

    @SuppressWarnings("NullAway.Init")
    private Path bin;

    @BeforeEach
    void a_clone_with_a_jar() throws IOException {
        bin = Files.createDirectories(clone.resolve("bin"));
        for (var tool : TOOLS) {
            link(tool);
        }
        Files.copy(ROOT.resolve("stack"), clone.resolve("stack"));
        Files.createDirectories(clone.resolve("stack-cli/src/main"));
        Files.createDirectories(clone.resolve("stack-cli/target"));
        Files.writeString(clone.resolve("pom.xml"), "");
        Files.writeString(clone.resolve("stack-cli/pom.xml"), "");
        Files.writeString(clone.resolve("stack-cli/target/stack.jar"), "");
        script("mvnw", "echo built with: \"$@\"");
    }

    private void link(String tool) throws IOException {
        for (var folder : List.of("/bin", "/usr/bin", "/usr/local/bin")) {
            var real = Path.of(folder, tool);
            if (Files.isExecutable(real) && !Files.exists(bin.resolve(tool))) {
                script("bin/" + tool, "exec " + real + " \"$@\"");
            }
        }
    }

    private void script(String name, String body) throws IOException {
        var file = clone.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "#!/bin/sh\n" + body + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private void java(String version) throws IOException {
        script("jdk/bin/java", "echo run with: \"$@\"");
        script("jdk/bin/javac", "true");
        Files.writeString(clone.resolve("jdk/release"), "IMPLEMENTOR=\"x\"\nJAVA_VERSION=\"" + version + "\"\n");
        Files.createSymbolicLink(bin.resolve("java"), Path.of("../jdk/bin/java"));
    }

    private Finished stack(String... arguments) {
        var argv = new ArrayList<>(
                List.of("env", "-i", "PATH=" + bin, "sh", clone.resolve("stack").toString()));
        argv.addAll(List.of(arguments));
        return new ProcessRunner().run(Call.of(argv));
    }

    @Test
    void without_java_it_says_so_with_the_command_that_installs_one() {
        var finished = stack("up");
        assertThat(finished.exitCode()).isEqualTo(1);
        assertThat(finished.errText())
                .startsWith("stack: There is no JDK on this machine.")
                .contains("next:  ");
    }

    @Test
    void without_java_an_engine_can_be_installed_all_the_same() throws IOException {
        script("docker/engine/install.sh", "echo installer: \"$@\"; exit 3");
        var finished = stack("engine", "install", "--yes");
        assertThat(finished.outText()).isEqualTo("installer: --yes");
        assertThat(finished.exitCode()).isEqualTo(3);
    }

    @Test
    void an_old_java_is_named_with_its_version() throws IOException {
        java("11.0.22");
        var finished = stack("up");
        assertThat(finished.exitCode()).isEqualTo(1);
        assertThat(finished.errText()).startsWith("stack: This Java is too old: 11.0.22 is found, 17 or newer");
    }

    @Test
    void java_of_the_old_numbering_is_old_too() throws IOException {
        java("1.8.0_402");
        assertThat(stack("up").errText()).contains("1.8.0_402 is found");
    }

    @Test
    void a_java_home_that_names_nothing_is_said() {
        var launcher = clone.resolve("stack").toString();
        var finished = new ProcessRunner()
                .run(Call.of("env", "-i", "PATH=" + bin, "JAVA_HOME=/nowhere", "sh", launcher, "up"));
        assertThat(finished.errText()).startsWith("stack: JAVA_HOME names no JDK");
    }

    @Test
    void it_runs_the_jar_with_the_clone_as_its_home() throws IOException {
        java("25");
        var finished = stack("status", "--json", "a b");
        assertThat(finished.exitCode()).isZero();
        assertThat(finished.errText()).isEmpty();
        assertThat(finished.outText())
                .contains("-Dstack.home=" + clone.toRealPath(), "-Dstack.screen=false", "stack.jar status --json a b");
    }

    @Test
    void a_newer_source_is_built_first_and_once() throws IOException {
        java("17.0.15");
        var source = Files.writeString(clone.resolve("stack-cli/src/main/A.java"), "");
        var jar = clone.resolve("stack-cli/target/stack.jar");
        Files.setLastModifiedTime(
                jar, FileTime.from(Files.getLastModifiedTime(source).toInstant().minusSeconds(5)));
        assertThat(stack("status").errText()).contains("building", "built with: -q -B -pl stack-cli -am package");
        assertThat(Files.getLastModifiedTime(jar).toInstant()).isAfter(Instant.EPOCH);
        assertThat(stack("status").errText()).isEmpty();
    }

    @Test
    void a_build_that_fails_is_said() throws IOException {
        java("17.0.15");
        script("mvnw", "echo no network; exit 1");
        Files.delete(clone.resolve("stack-cli/target/stack.jar"));
        var finished = stack("status");
        assertThat(finished.exitCode()).isEqualTo(1);
        assertThat(finished.errText()).contains("no network", "stack: The stack command was not built");
    }

    @Test
    void a_run_time_without_a_compiler_cannot_build() throws IOException {
        java("17.0.15");
        Files.delete(clone.resolve("jdk/bin/javac"));
        Files.delete(clone.resolve("stack-cli/target/stack.jar"));
        assertThat(stack("status").errText()).contains("This Java is no JDK");
    }
}
