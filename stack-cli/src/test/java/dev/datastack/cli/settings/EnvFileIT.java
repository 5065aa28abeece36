package dev.datastack.cli.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.datastack.cli.identity.ShellEnvironment;
import dev.datastack.cli.problem.StackException;
import dev.datastack.cli.process.Call;
import dev.datastack.cli.process.ProcessRunner;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Odd files of settings, read by this program and by the real Compose. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class EnvFileIT {
    private static final Map<String, String> SHELL = shell();
    private static final ProcessRunner RUNNER = new ProcessRunner(SHELL);

    @TempDir
    private Path folder;

    /** Each asks for A. Compose and we read the same. */
    static Stream<String> same() {
        return Stream.of(
                "A=1",
                "\uFEFFA=1\r\nB=2\r\n",
                "A=1 # one\n",
                "A= # one\n",
                "A=#one\n",
                "A=one#two\n",
                "A=one\t#two\n",
                "A='one # 1' # two\r\n",
                "A=\"one\"\r\n",
                "A=\"one\"# two\n",
                "A='it\\'s'\n",
                "A='C:\\dir\\\\'\n",
                "A=C:\\new\\dir\\\r\n",
                "A=one 'two'\n",
                "export A=1\n",
                "export\tA = 1 \n",
                "exportA=2\nA=1\n",
                "A: 1\n",
                "A=b:c=d\n",
                "A : b=c\n",
                "A=1\nA=2\n",
                "A=1\nexport A=2\n#A=3\n",
                "A=1\nA=\n",
                "A=1\nA\n",
                "A\n",
                "A",
                "B=1",
                "",
                "\n\n  \t\n  A=1\n",
                "A=1\rB=2\n",
                "A=\u00A0x\u00A0\n",
                "A=\u3000x\u3000\n",
                "A=\u00e4\u65e5\u672c\n",
                "\u00c4=1\nA=$HOME\n",
                "A=$SHELL_SAYS-${SHELL_SAYS}\n",
                "SHELL_SAYS=file\nA=$SHELL_SAYS\n",
                "B=b\nA=${B}c$B\n",
                "A=$B\nB=1\n",
                "A=1\nA=${A}2\n",
                "A=$$B$5$\n",
                "A=\"$HOME\"\n",
                "A='$HOME'\n",
                "A=\"\"\n",
                "A=''\n",
                "1A=0\nA-B.C[0]=1\nA=2\n");
    }

    /** Each is refused by us; Compose refuses it too, or makes something of it that nobody meant. */
    static Stream<String> refused() {
        return Stream.of(
                "A 1\n",
                "A b=1\n",
                "A\u0000=1\n",
                "A=1\n\u0000B\u0000=\u00002\u0000\n",
                "A='1\n2'\n",
                "A=\"1\n",
                "A='1' 2\n",
                "A=\"1\"B=2\n",
                "A=${B:-c}\n",
                "A=${B-c}x\n",
                "A=${}\n",
                "A=\"C:\\new\"\n",
                "- A=1\n",
                "A=1\n=2\n",
                "<<<<<<< HEAD\nA=1\n");
    }

    private static Map<String, String> shell() {
        var shell = new TreeMap<>(ShellEnvironment.of(System.getenv()).variables());
        shell.keySet().removeAll(List.of("A", "B"));
        shell.put("SHELL_SAYS", "shell");
        return shell;
    }

    private Optional<String> compose() throws IOException {
        Files.writeString(folder.resolve("docker-compose.yml"), """
                services:
                  a:
                    image: x
                    environment: {A: "${A-unset}"}
                """);
        var call = Call.of("docker", "compose", "config", "--format", "json", "--no-path-resolution");
        var answer = RUNNER.run(call.in(folder));
        assumeTrue(!answer.errText().contains("unknown command"), "there is Docker Compose");
        if (!answer.well()) {
            return Optional.empty();
        }
        var value = tools.jackson.databind.json.JsonMapper.shared()
                .readTree(answer.outText())
                .at("/services/a/environment/A")
                .asString();
        // Compose writes a dollar twice, so that its own output can be read again.
        return Optional.of(value.replace("$$", "$"));
    }

    private String ours(EnvFile file) {
        return file.value("A", SHELL).orElse("unset");
    }

    @ParameterizedTest
    @MethodSource
    void same(String text) throws IOException {
        var file = folder.resolve(".env");
        Files.writeString(file, text);
        var env = new EnvFile(file);
        assertThat(Optional.of(ours(env))).isEqualTo(compose());
        for (var value : List.of("new", "it's $5 # each")) {
            env.set("A", value);
            assertThat(compose()).as(Files.readString(file)).contains(value);
            assertThat(ours(env)).isEqualTo(value);
        }
    }

    @ParameterizedTest
    @MethodSource
    void refused(String text) throws IOException {
        var file = folder.resolve(".env");
        Files.write(file, text.getBytes(StandardCharsets.UTF_8));
        assertThatThrownBy(() -> ours(new EnvFile(file)))
                .isInstanceOf(StackException.class)
                .hasMessageContaining("line ");
    }
}
