package dev.datastack.cli.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The cache of classes: who makes it, and that one that does not fit changes nothing that can be seen. */
@DisplayNameGeneration(ReplaceUnderscores.class)
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "a POSIX shell script")
@Timeout(120)
class LauncherCacheTest {
    private static final String RECORDS = "ArchiveClassesAtExit=*|*AOTCacheOutput=";
    private static final List<String> REAL_JAVA =
            List.of("LC_ALL=C.UTF-8", "JAVA_HOME=" + System.getProperty("java.home"));

    @TempDir
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    private MadeUpClone clone;

    @BeforeEach
    void a_clone_where_a_cache_can_be_made() throws IOException {
        clone = new MadeUpClone(folder);
        Files.delete(clone.caches);
    }

    /** A java that writes down how it was run, and where it is to record, writes a file. */
    private void javaThat(String body) throws IOException {
        clone.javaOnPath("17.0.15");
        clone.script("jdk/bin/java", """
                echo "$@" >>'%s/runs'
                for word; do case $word in *%s*) echo classes >"${word#*=}" ;; esac; done
                %s""".formatted(folder, RECORDS, body));
    }

    private List<String> runs() throws IOException {
        return Files.exists(folder.resolve("runs")) ? Files.readAllLines(folder.resolve("runs")) : List.of();
    }

    private List<Path> caches() throws IOException {
        try (var files = Files.list(clone.caches)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    /** The launcher makes it beside the command. */
    private static void until(Callable<Boolean> condition) throws Exception {
        while (!condition.call()) {
            TimeUnit.MILLISECONDS.sleep(50);
        }
    }

    private boolean isMade() throws IOException {
        return Files.isDirectory(clone.caches)
                && caches().size() == 1
                && caches().get(0).toString().matches(".*\\.\\d+-\\d+");
    }

    private Path cache() throws Exception {
        until(this::isMade);
        return caches().get(0);
    }

    @Test
    void the_first_run_makes_it_and_the_next_ones_name_it() throws Exception {
        javaThat("true");
        assertThat(clone.stack("status").errText()).isEmpty();
        var cache = cache();
        assertThat(runs()).anyMatch(run -> run.contains("-Xshare:on"));
        clone.stack("down");
        assertThat(runs()).last().asString().contains("-XX:SharedArchiveFile=" + cache, "stack.jar down");
    }

    @Test
    void from_java_25_on_it_is_an_aot_cache() throws Exception {
        javaThat("true");
        Files.writeString(folder.resolve("jdk/release"), "JAVA_VERSION=\"25.0.3\"\n");
        clone.stack("status");
        var cache = cache();
        clone.stack("down");
        assertThat(runs()).last().asString().contains("-XX:AOTCache=" + cache);
        assertThat(runs()).anyMatch(run -> run.contains("-XX:AOTMode=on"));
    }

    @Test
    void with_another_java_or_another_jar_it_is_made_anew_and_that_of_the_old_jar_goes() throws Exception {
        javaThat("true");
        clone.stack("status");
        var first = cache();
        Files.writeString(folder.resolve("jdk/release"), "JAVA_VERSION=\"17.0.16\"\n");
        Files.setLastModifiedTime(first, FileTime.from(Instant.now().minusSeconds(60)));
        Files.setLastModifiedTime(clone.jar, FileTime.from(Instant.now().minusSeconds(30)));
        clone.stack("status");
        until(() -> isMade() && !caches().contains(first));
    }

    @Test
    void in_another_place_it_is_made_anew() throws Exception {
        javaThat("true");
        clone.stack("status");
        var first = cache();
        var elsewhere = Files.createSymbolicLink(folder.resolve("elsewhere"), folder);
        clone.stack(List.of(), elsewhere.resolve("stack"), line -> {}, "status");
        until(() -> caches().stream()
                        .filter(file -> file.toString().matches(".*\\.\\d+-\\d+"))
                        .count()
                == 2);
        assertThat(caches()).contains(first);
    }

    @Test
    void what_fails_leaves_no_cache_and_is_not_tried_again_at_once() throws Exception {
        javaThat("case $* in *-Xshare:on*) exit 1 ;; esac");
        clone.stack("status");
        until(() -> runs().size() == 4);
        clone.stack("status");
        assertThat(runs()).hasSize(5);
        assertThat(caches()).anyMatch(file -> file.toString().endsWith(".making"));
        assertThat(runs()).noneMatch(run -> run.contains("SharedArchiveFile") && !run.contains("-Xshare:on"));
    }

    @Test
    void while_another_run_makes_it_it_is_not_made() throws Exception {
        javaThat("case $* in *stack.rehearsal*) until [ -f '" + folder + "/go' ]; do sleep 0.1; done ;; esac");
        clone.stack("up");
        until(() -> runs().size() == 2);
        clone.stack("up");
        assertThat(runs()).hasSize(3);
        Files.writeString(folder.resolve("go"), "");
        cache();
        assertThat(runs()).hasSize(5);
    }

    @Test
    void where_nothing_can_be_written_nothing_is_said() throws Exception {
        javaThat("true");
        Files.writeString(clone.caches, "");
        var finished = clone.stack("status");
        assertThat(finished.exitCode()).isZero();
        assertThat(finished.errText()).isEmpty();
        assertThat(runs()).hasSize(1);
    }

    private static byte[] misfit(byte[] cache, String content) {
        return switch (content) {
            case "half" -> Arrays.copyOf(cache, cache.length / 2);
            case "damaged" -> {
                Arrays.fill(cache, 16, 200, (byte) 7);
                yield cache;
            }
            default -> content.getBytes(StandardCharsets.UTF_8);
        };
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "no cache at all", "half", "damaged", "of another jar"})
    void one_that_does_not_fit_changes_nothing_that_can_be_seen(String content) throws Exception {
        clone.realJar();
        assertThat(clone.stackWith(REAL_JAVA, "ü").outText()).isEqualTo("true ü");
        var cache = cache();
        if (content.equals("of another jar")) {
            Files.setLastModifiedTime(clone.jar, FileTime.from(Instant.now().plusSeconds(30)));
        } else {
            var bytes = Files.readAllBytes(cache);
            Files.delete(cache);
            Files.write(cache, misfit(bytes, content));
        }
        Files.setLastModifiedTime(cache, FileTime.from(Instant.now().plusSeconds(60)));
        var finished = clone.stackWith(REAL_JAVA, "ü");
        assertThat(finished.out()).containsExactly("true ü");
        assertThat(finished.err()).isEmpty();
        assertThat(finished.exitCode()).isZero();
    }
}
