package dev.datastack.cli.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.datastack.cli.process.Finished;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where a clone may lie, how the launcher may be called, and what the locale may be. */
@DisplayNameGeneration(ReplaceUnderscores.class)
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "a POSIX shell script")
class LauncherPlaceTest {
    @TempDir
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    private MadeUpClone clone;

    @BeforeEach
    void a_clone_in_a_folder_that_is_not_plain_ascii() throws IOException {
        assumeTrue("UTF-8".equals(System.getProperty("sun.jnu.encoding")), "this JVM can make such a folder");
        clone = new MadeUpClone(Files.createDirectories(folder.resolve("a b/Übung 日本")));
    }

    private Finished throughLink(Path link, String... environment) {
        return clone.stack(List.of(environment), link, line -> {}, "status");
    }

    @Test
    void called_by_a_link_or_by_a_link_to_one_it_finds_its_clone() throws IOException {
        clone.javaOnPath("25");
        var absolute = Files.createSymbolicLink(folder.resolve("stack"), clone.root.resolve("stack"));
        var home = Files.createDirectories(folder.resolve("home/bin"));
        var relative = Files.createSymbolicLink(home.resolve("kit"), Path.of("../../stack"));
        for (var link : List.of(absolute, relative)) {
            var finished = throughLink(link, "CDPATH=" + folder);
            assertThat(finished.errText()).isEmpty();
            assertThat(finished.outText()).contains("-Dstack.home=" + clone.root.toRealPath() + " ");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"LC_ALL=C", "LC_ALL=POSIX", "LANG=xx_XX.UTF-8", "UNRELATED=", "LC_ALL=C.UTF-8"})
    void whatever_the_locale_java_finds_the_clone(String locale) throws IOException {
        clone.realJar();
        var home = "JAVA_HOME=" + System.getProperty("java.home");
        var finished = clone.stackWith(List.of(locale, home), "ü");
        assertThat(finished.errText()).isEmpty();
        assertThat(finished.outText()).isEqualTo("true ü");
    }

    @Test
    void a_terminal_in_another_encoding_keeps_it() throws IOException {
        clone.javaOnPath("25");
        clone.script("bin/locale", "case $LC_ALL in *UTF-8) echo UTF-8 ;; *) echo ISO-8859-1 ;; esac");
        assertThat(clone.stack("status").outText()).contains("-Dstack.charset=ISO-8859-1");
    }

    @Test
    void where_no_locale_is_utf_8_a_folder_that_is_not_plain_ascii_is_refused_with_the_variables() throws IOException {
        clone.javaOnPath("25");
        clone.script("bin/locale", "echo ANSI_X3.4-1968");
        var finished = clone.stack("status");
        assertThat(finished.exitCode()).isEqualTo(1);
        assertThat(finished.errText())
                .startsWith("stack: No locale here is UTF-8")
                .contains("LC_ALL, LC_CTYPE or LANG");
    }
}
