package dev.datastack.cli.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import dev.datastack.cli.Fixture;
import dev.datastack.cli.process.Finished;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The first build of the command: when, once, what it shows, and why it failed. */
@DisplayNameGeneration(ReplaceUnderscores.class)
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "a POSIX shell script")
class LauncherBuildTest {
    @TempDir
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    private MadeUpClone clone;

    @BeforeEach
    void a_clone_whose_command_is_not_built() throws IOException {
        clone = new MadeUpClone(folder);
        clone.javaOnPath("17.0.15");
        Files.delete(clone.jar);
    }

    private void mavenSays(String fixture, int exitCode) throws IOException {
        var words = Files.writeString(folder.resolve("words"), Fixture.read("../maven/" + fixture));
        clone.script("mvnw", "cat '" + words + "'; echo jar >'" + clone.jar + "'; exit " + exitCode);
    }

    @Test
    void it_is_built_once_and_again_when_a_source_is_newer() throws IOException {
        assertThat(clone.stack("status").exitCode()).isZero();
        assertThat(clone.stack("status").errText()).isEmpty();
        clone.sourceIsNewer();
        assertThat(clone.stack("status").errText()).startsWith("stack: building the stack command");
        assertThat(clone.builds()).hasSize(2).allMatch(line -> line.contains("-pl stack-cli -am package"));
    }

    @Test
    void an_archive_that_lost_its_execute_bits_is_built_all_the_same() throws IOException {
        Files.setPosixFilePermissions(folder.resolve("mvnw"), PosixFilePermissions.fromString("rw-r--r--"));
        assertThat(clone.stack("status").exitCode()).isZero();
    }

    @Test
    void meanwhile_it_says_what_is_built_and_how_much_was_downloaded() throws IOException {
        mavenSays("downloads.txt", 0);
        var finished = clone.stack("status");
        assertThat(finished.exitCode()).isZero();
        assertThat(finished.errText()).contains("stack: building: 25 files downloaded");
        mavenSays("compile.txt", 1);
        Files.delete(clone.jar);
        assertThat(clone.stack("status").err())
                .contains("stack: building Local Data Stack", "stack: building stack-cli");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            compile.txt    | it does not compile: /kit/stack-cli/src/main/java/dev/datastack/cli/engine/Version.java:6: ',', ')', or '[' expected
            no-network.txt | Maven did not reach its repository
            no-host.txt    | Maven did not reach its repository
            pkix.txt       | Java does not trust the certificate
            proxy-auth.txt | requires a user name and a password
            disk-full.txt  | the disk is full
            read-only.txt  | a file or folder cannot be written
            no-maven.txt   | Maven itself could not be downloaded
            """)
    void a_build_that_fails_says_why(String fixture, String cause) throws IOException {
        mavenSays(fixture, 1);
        var finished = clone.stack("status");
        assertThat(finished.exitCode()).isEqualTo(1);
        assertThat(finished.errText())
                .contains("stack: The stack command was not built: ", cause, "next:  ")
                .doesNotContain("[Help 1] http", "re-run Maven");
    }

    @Test
    void a_failure_of_another_kind_shows_what_was_said() throws IOException {
        clone.script("mvnw", "echo something else; exit 7");
        assertThat(clone.stack("status").errText()).contains("something else", "not built: Maven ended with an error");
    }

    private CompletableFuture<Finished> later(Consumer<String> lines) {
        return CompletableFuture.supplyAsync(
                () -> clone.stack(List.of(), folder.resolve("stack"), lines, "status"),
                task -> new Thread(task, "a second terminal").start());
    }

    @Test
    void two_at_once_build_it_once() throws Exception {
        var go = folder.resolve("go");
        clone.script("mvnw", """
                echo once >>'%s/builds'
                until [ -f '%s' ]; do sleep 0.1; done
                echo jar >'%s'""".formatted(folder, go, clone.jar));
        var building = new CountDownLatch(1);
        var waiting = new CountDownLatch(1);
        var first = later(line -> building.countDown());
        assertThat(building.await(60, TimeUnit.SECONDS)).isTrue();
        var second = later(line -> {
            if (line.contains("waiting for it")) {
                waiting.countDown();
            }
        });
        assertThat(waiting.await(60, TimeUnit.SECONDS)).isTrue();
        Files.writeString(go, "");
        assertThat(first.get().exitCode()).isZero();
        assertThat(second.get().exitCode()).isZero();
        assertThat(clone.builds()).hasSize(1);
    }

    @Test
    void one_that_was_killed_keeps_nobody_out() throws Exception {
        var gone = new ProcessBuilder("true").start();
        gone.waitFor();
        Files.writeString(folder.resolve("stack-cli/target/.stack-building"), gone.pid() + "\n");
        assertThat(clone.stack("status").exitCode()).isZero();
        assertThat(clone.builds()).hasSize(1);
    }
}
