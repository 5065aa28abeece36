package dev.datastack.cli.completion;

import static org.assertj.core.api.Assertions.assertThat;

import dev.datastack.cli.command.Cli;
import dev.datastack.cli.process.Call;
import dev.datastack.cli.process.CommandException;
import dev.datastack.cli.process.ProcessRunner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class CompletionCommandTest {
    private static final ProcessRunner SHELLS = new ProcessRunner();

    @TempDir
    private Path root;

    private String script(String shell) throws IOException {
        Files.writeString(root.resolve("docker-compose.yml"), """
                services:
                  built-only: {scale: 0}
                  postgres: {image: "postgres:17"}
                  pgadmin: {image: "dpage/pgadmin4:9.8"}
                """);
        var cli = new Cli(root);
        assertThat(cli.run("completion", shell)).isZero();
        assertThat(cli.docker.calls()).isEmpty();
        return cli.out();
    }

    static boolean hasBash() {
        try {
            return SHELLS.run(Call.of("bash", "-c", "true")).well();
        } catch (CommandException absent) {
            return false;
        }
    }

    @ParameterizedTest
    @EnabledIf(value = "hasBash", disabledReason = "there is no bash on this machine")
    @CsvSource({
        "sta, status",
        "res, restart restore",
        "status --w, --watch",
        "logs --gr, --grep",
        "etl lo, load",
        "course drill ch, check",
        "images sa, save",
        "completion po, powershell",
        "logs pg, pgadmin",
        "logs --tail 5 postgres p, postgres pgadmin",
        "restart po, postgres"
    })
    void bash_completes_verbs_and_options(String typed, String completed) throws IOException {
        var file = Files.writeString(root.resolve("stack-completion"), script("bash"));
        var finished = SHELLS.run(Call.of("bash", "-c", """
                compopt() { true; } # it works in a completion only
                source "$0"
                COMP_WORDS=(./stack $1) COMP_CWORD=$((${#COMP_WORDS[@]} - 1)) COMP_LINE=${COMP_WORDS[*]}
                complete -p stack >/dev/null && _complete_stack
                printf '%s\\n' "${COMPREPLY[@]}"
                """, file.toString(), typed));
        assertThat(finished.errText()).isEmpty();
        assertThat(finished.out()).contains(completed.split(" "));
    }

    @Test
    void powershell_has_a_table_of_all_verbs_options_and_services() throws IOException {
        assertThat(script("powershell"))
                .contains("Register-ArgumentCompleter -Native -CommandName stack, stack.cmd")
                .containsPattern("'' = @\\(.*'up', 'down', 'status'.*\\)")
                .containsPattern("'status' = @\\(.*'--watch'.*\\)")
                .containsPattern("'logs' = @\\(.*'--follow'.*, 'postgres', 'pgadmin'\\)")
                .containsPattern("'course drill check' = @\\(.*'--json'.*\\)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "services: [", "services: 5", "- a list"})
    void without_a_readable_file_verbs_and_options_are_completed(String text) throws IOException {
        var cli = new Cli(root);
        Files.writeString(root.resolve("docker-compose.yml"), text);
        assertThat(cli.run("completion", "powershell")).isZero();
        assertThat(cli.out()).containsPattern("'logs' = @\\(.*'--follow'.*\\)");
    }

    @Test
    void another_shell_is_a_usage_error() {
        var cli = new Cli(root);
        assertThat(cli.run("completion", "fish")).isEqualTo(2);
        assertThat(cli.err()).contains("expected one of [bash, zsh, powershell]");
    }
}
