package dev.datastack.cli.completion;

import static org.assertj.core.api.Assertions.assertThat;

import dev.datastack.cli.TestEngine;
import dev.datastack.cli.TestShells;
import dev.datastack.cli.command.Cli;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** In a terminal of its own, where the Tab key is pressed. */
@TestInstance(Lifecycle.PER_CLASS)
@DisplayNameGeneration(ReplaceUnderscores.class)
class ZshCompletionIT {
    @AutoClose
    private TestShells shells;

    @TempDir
    private Path root;

    @BeforeAll
    void zsh_is_there() {
        TestEngine.isNeeded();
        shells = new TestShells();
    }

    private String script() throws IOException {
        Files.writeString(root.resolve("docker-compose.yml"), "services: {postgres: {image: \"postgres:17\"}}");
        var cli = new Cli(root);
        assertThat(cli.run("completion", "zsh")).isZero();
        return cli.out();
    }

    @ParameterizedTest
    @CsvSource({
        "sta, status",
        "status --wa, status --watch",
        "course drill che, course drill check",
        "restart pos, restart postgres"
    })
    void it_completes_verbs_options_and_services(String typed, String completed) throws IOException {
        var finished = shells.run("zsh", "-f", "-c", """
                print -r -- "$1" >completion
                zmodload zsh/zpty
                zpty shell zsh -f -i
                zpty -w shell "PS1=; source completion; echo rea''dy"
                zpty -r shell line '*ready*'
                zpty -w -n shell "./stack $2"$'\\t'
                zpty -w shell "; echo e''nd"
                zpty -r shell line '*end*'
                print -r -- "$line"
                """, "zsh", script(), typed);
        assertThat(finished.errText()).isEmpty();
        assertThat(finished.outText()).contains("./stack " + completed);
    }
}
