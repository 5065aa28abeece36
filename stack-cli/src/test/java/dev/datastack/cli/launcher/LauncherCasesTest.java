package dev.datastack.cli.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The shell's launcher by a table, by which {@link LauncherOnWindowsIT} runs the other one; and the texts of both. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class LauncherCasesTest {
    private static final Path ROOT = Path.of(Objects.requireNonNull(System.getProperty("stack.root")));

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "a POSIX shell script")
    void the_launcher_of_the_shell(LauncherCase one) throws IOException {
        var clone = new MadeUpClone(folder);
        if (!one.version.isEmpty()) {
            clone.javaOnPath(one.version);
            clone.script("jdk/bin/java", "printf '[%s]' \"$@\"; exit 3");
        }
        if (!one.compiler) {
            Files.deleteIfExists(folder.resolve("jdk/bin/javac"));
        }
        if (!one.jar) {
            Files.delete(clone.jar);
        }
        one.judge(clone.stack("status", "--json", "a b"));
        assertThat(clone.jar.toFile().isFile()).isEqualTo(one.jar || one.runs());
    }

    private static String first(String pattern, String text) {
        var matcher = Pattern.compile(pattern, Pattern.MULTILINE).matcher(text);
        assertThat(matcher.find()).as(pattern).isTrue();
        return matcher.group(1).strip();
    }

    @Test
    void both_give_the_jvm_the_same_options() throws IOException {
        var shell = Files.readString(ROOT.resolve("stack-cli/launcher/cache.sh"));
        var cmd = Files.readString(ROOT.resolve("stack.cmd"));
        assertThat(first("^set \"OPTIONS=(.*)\"", cmd)).isEqualTo(first("^readonly jvm_options='(.*)'", shell));
    }

    @ParameterizedTest
    @EnumSource
    void both_have_the_same_words(LauncherCase one) throws IOException {
        var shell = "";
        for (var file : new String[] {"stack", "stack-cli/launcher/java.sh", "stack-cli/launcher/build.sh"}) {
            shell += Files.readString(ROOT.resolve(file));
        }
        var words = one.says.replace("stack: ", "").replaceAll("(old: ).*", "$1");
        assertThat(shell).contains(words);
        assertThat(Files.readString(ROOT.resolve("stack.cmd"))).contains(words);
    }
}
