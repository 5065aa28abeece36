package dev.datastack.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.datastack.cli.context.Context;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

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

    /** An example ends at its explanation, or where the shell takes over. */
    private static final Pattern EXAMPLE = Pattern.compile("  (?:\\./)?stack ((?:'[^']*'|(?!  | \\|| >)[^'])+).*");

    private static List<CommandLine> commands(CommandLine line) {
        var all = new ArrayList<>(List.of(line));
        line.getSubcommands().values().forEach(verb -> all.addAll(commands(verb)));
        return all;
    }

    private static List<String> footer(CommandLine line) {
        return List.of(line.getCommandSpec().usageMessage().footer());
    }

    @Test
    void every_verb_has_examples_in_its_help() {
        assertThat(commands(Verbs.commandLine(contextOf())))
                .filteredOn(line -> line.getSubcommands().isEmpty())
                .allSatisfy(line -> assertThat(footer(line))
                        .as(line.getCommandSpec().qualifiedName())
                        .contains("Examples:")
                        .anyMatch(text ->
                                text.matches("  (\\./)?" + line.getCommandSpec().qualifiedName() + "\\b.*")));
    }

    @Test
    void every_example_is_a_command_line_that_is_understood() {
        var examples = commands(Verbs.commandLine(contextOf())).stream()
                .flatMap(line -> footer(line).stream())
                .map(EXAMPLE::matcher)
                .filter(Matcher::matches)
                .map(matcher -> matcher.group(1).strip())
                .toList();
        assertThat(examples)
                .hasSizeGreaterThan(40)
                .allSatisfy(example -> Verbs.commandLine(contextOf()).parseArgs(words(example)));
    }

    /** As a shell takes them apart. */
    private static String[] words(String text) {
        return Pattern.compile("'([^']*)'|\"([^\"]*)\"|\\S+")
                .matcher(text)
                .results()
                .map(word -> word.group().replaceAll("^['\"]|['\"]$", ""))
                .toArray(String[]::new);
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
