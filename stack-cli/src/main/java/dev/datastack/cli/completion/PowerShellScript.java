package dev.datastack.cli.completion;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** What picocli has no script for: a table of the words that may follow, by the verbs that were typed. */
final class PowerShellScript {
    private static final String FRAME = """
            # Completes ./stack in PowerShell. Made by: ./stack completion powershell
            Register-ArgumentCompleter -Native -CommandName stack, stack.cmd -ScriptBlock {
                param($wordToComplete, $commandAst, $cursorPosition)
                $words = @{
            %s
                }
                $typed = ''
                foreach ($element in ($commandAst.CommandElements | Select-Object -Skip 1)) {
                    $longer = "$typed $element".Trim()
                    if ($words.ContainsKey($longer)) { $typed = $longer }
                }
                $words[$typed] | Where-Object { $_ -like "$wordToComplete*" } | ForEach-Object {
                    [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_)
                }
            }""";

    private PowerShellScript() {}

    static String of(CommandLine line) {
        var table = new TreeMap<String, String>();
        collect("", line, table);
        return FRAME.formatted(table.entrySet().stream()
                .map(row -> "        '" + row.getKey() + "' = @(" + row.getValue() + ")")
                .collect(Collectors.joining("\n")));
    }

    private static void collect(String typed, CommandLine line, Map<String, String> table) {
        var words = new ArrayList<>(line.getSubcommands().keySet());
        line.getCommandSpec().options().stream().map(OptionSpec::longestName).forEach(words::add);
        line.getCommandSpec().positionalParameters().stream()
                .flatMap(parameter -> candidates(parameter).stream())
                .forEach(words::add);
        table.put(typed, words.stream().map(word -> "'" + word + "'").collect(Collectors.joining(", ")));
        line.getSubcommands().forEach((name, verb) -> collect((typed + " " + name).strip(), verb, table));
    }

    private static List<String> candidates(PositionalParamSpec parameter) {
        var words = new ArrayList<String>();
        if (parameter.completionCandidates() != null) {
            parameter.completionCandidates().forEach(words::add);
        }
        return words;
    }
}
