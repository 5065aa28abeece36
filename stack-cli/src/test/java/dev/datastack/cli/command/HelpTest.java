package dev.datastack.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.datastack.cli.context.Context;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class HelpTest {
    @TempDir
    private Path root;

    @Test
    void every_verb_stands_in_a_group() {
        var cli = new Cli(root);
        assertThat(cli.run("--help")).isZero();
        var verbs = Verbs.commandLine(contextOf()).getSubcommands().keySet();
        assertThat(verbs).allSatisfy(verb -> assertThat(cli.out()).contains("\n  " + verb + " "));
    }

    private Context contextOf() {
        var cli = new Cli(root);
        return new Context(
                root, java.util.Map.of(), cli.docker, cli.screen.terminal(), cli.time, a -> () -> {}, Runnable::run);
    }

    @Test
    void verbs_that_do_not_exist_are_not_listed() {
        var cli = new Cli(root);
        cli.run("--help");
        assertThat(cli.out()).doesNotContain("upgrade");
    }

    @Test
    void an_unknown_verb_is_a_usage_error() {
        var cli = new Cli(root);
        assertThat(cli.run("stauts")).isEqualTo(2);
        assertThat(cli.err()).contains("status");
    }

    @Test
    void no_verb_is_a_usage_error_that_shows_the_help() {
        var cli = new Cli(root);
        assertThat(cli.run()).isEqualTo(2);
        assertThat(cli.err()).contains("Missing required subcommand", "Every day");
    }
}
