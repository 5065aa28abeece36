package dev.datastack.cli.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Which java the launcher takes, and what it says where none serves. */
@DisplayNameGeneration(ReplaceUnderscores.class)
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "a POSIX shell script")
class LauncherTest {
    @TempDir
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    private MadeUpClone clone;

    @BeforeEach
    void a_clone_with_a_jar() throws IOException {
        clone = new MadeUpClone(folder);
    }

    @Test
    void without_java_it_says_so_with_the_command_that_installs_one() {
        var finished = clone.stack("up");
        assertThat(finished.exitCode()).isEqualTo(1);
        assertThat(finished.errText())
                .startsWith("stack: There is no JDK on this machine.")
                .contains("tried: PATH: no java", "next:  ");
    }

    @Test
    void without_java_an_engine_can_be_installed_all_the_same() throws IOException {
        clone.script("docker/engine/install.sh", "echo installer: \"$@\"; exit 3");
        var finished = clone.stack("engine", "install", "--yes");
        assertThat(finished.outText()).isEqualTo("installer: --yes");
        assertThat(finished.exitCode()).isEqualTo(3);
    }

    @Test
    void an_old_java_is_named_with_its_version() throws IOException {
        clone.javaOnPath("11.0.22");
        var finished = clone.stack("up");
        assertThat(finished.exitCode()).isEqualTo(1);
        assertThat(finished.errText()).startsWith("stack: This Java is too old: 11.0.22 is found, 17 or newer");
    }

    @Test
    void java_of_the_old_numbering_is_old_too() throws IOException {
        clone.javaOnPath("1.8.0_402");
        assertThat(clone.stack("up").errText()).contains("1.8.0_402 is found");
    }

    @Test
    void a_java_home_that_names_nothing_is_said_where_there_is_no_other() {
        var finished = clone.stackWith(List.of("JAVA_HOME=/nowhere"), "up");
        assertThat(finished.errText())
                .startsWith("stack: JAVA_HOME names no JDK: there is no /nowhere/bin/java.")
                .contains("tried: JAVA_HOME: /nowhere/bin/java; PATH: no java");
    }

    @Test
    void where_java_home_names_nothing_the_java_on_the_path_serves_and_maven_gets_the_same() throws IOException {
        clone.javaOnPath("17.0.15");
        var finished = clone.stackWith(List.of("JAVA_HOME=/nowhere"), "status");
        assertThat(finished.errText()).isEmpty();
        assertThat(finished.outText()).contains("home: " + folder.resolve("jdk"));
    }

    @Test
    void a_java_home_with_spaces_and_a_slash_at_its_end_is_taken() throws IOException {
        var home = clone.jdk("Program Files/jdk 21", "21.0.4");
        var finished = clone.stackWith(List.of("JAVA_HOME=" + home + "/"), "status");
        assertThat(finished.errText()).isEmpty();
        assertThat(finished.outText()).contains("home: " + home);
    }

    @Test
    void a_java_that_is_a_script_is_asked_though_the_jvm_speaks_of_its_options_first() throws IOException {
        clone.shimOnPath(clone.jdk("versions/17", "17.0.15"), "17.0.15");
        clone.sourceIsNewer();
        var finished = clone.stack("status");
        assertThat(finished.exitCode()).as(finished.errText()).isZero();
        assertThat(clone.builds()).hasSize(1);
        assertThat(finished.outText()).contains("run with: ", "home: " + folder.resolve("versions/17"));
    }

    @Test
    void an_old_java_behind_a_script_is_old() throws IOException {
        clone.shimOnPath(clone.jdk("versions/11", "11.0.22"), "11.0.22");
        assertThat(clone.stack("status").errText()).startsWith("stack: This Java is too old: 11.0.22 is found");
    }

    @Test
    void what_a_script_says_that_finds_no_java_is_passed_on() throws IOException {
        clone.script(
                "bin/java",
                "echo 'NOTE: Picked up JDK_JAVA_OPTIONS: -Da=b' >&2; echo 'No version is set for command java' >&2; exit 126");
        assertThat(clone.stack("status").errText())
                .startsWith("stack: There is no JDK on this machine: " + clone.bin.resolve("java"))
                .contains("(No version is set for command java)");
    }

    @Test
    void it_runs_the_jar_with_the_clone_as_its_home() throws IOException {
        clone.javaOnPath("25");
        var finished = clone.stack("status", "--json", "a b");
        assertThat(finished.exitCode()).isZero();
        assertThat(finished.errText()).isEmpty();
        assertThat(finished.outText())
                .contains("-Dstack.home=" + folder.toRealPath(), "-Dstack.screen=false", "stack.jar status --json a b");
    }

    @Test
    void a_run_time_without_a_compiler_cannot_build_but_it_can_run() throws IOException {
        clone.javaOnPath("17.0.15");
        Files.delete(folder.resolve("jdk/bin/javac"));
        assertThat(clone.stack("status").exitCode()).isZero();
        clone.sourceIsNewer();
        var finished = clone.stack("status");
        assertThat(finished.errText()).startsWith("stack: This Java is no JDK: " + folder.resolve("jdk"));
        assertThat(finished.errText()).contains("tried: PATH: ");
    }

    @Test
    void a_jdk_on_the_path_is_preferred_to_a_run_time_that_java_home_names() throws IOException {
        clone.javaOnPath("17.0.15");
        var runTime = clone.jdk("jre", "21");
        Files.delete(runTime.resolve("bin/javac"));
        clone.sourceIsNewer();
        var finished = clone.stackWith(List.of("JAVA_HOME=" + runTime), "status");
        assertThat(finished.exitCode()).as(finished.errText()).isZero();
        assertThat(finished.outText()).contains("home: " + folder.resolve("jdk"));
    }
}
