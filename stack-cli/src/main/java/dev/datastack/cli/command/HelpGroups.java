package dev.datastack.cli.command;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Help;

/** The list of verbs in the order in which somebody needs them. */
final class HelpGroups {
    private static final Map<String, List<String>> GROUPS = new LinkedHashMap<>();

    static {
        GROUPS.put(
                "Every day", List.of("up", "down", "status", "logs", "restart", "open", "credentials", "psql", "etl"));
        GROUPS.put("The course", List.of("course", "explain", "demo"));
        GROUPS.put(
                "Troubleshooting",
                List.of("doctor", "backup", "restore", "upgrade", "clean", "images", "completion", "engine"));
    }

    private HelpGroups() {}

    static String render(Help help) {
        var verbs = help.subcommands();
        int width = verbs.keySet().stream().mapToInt(String::length).max().orElse(0) + 2;
        var text = new StringBuilder();
        GROUPS.forEach((title, names) -> {
            text.append(System.lineSeparator()).append(title).append(':').append(System.lineSeparator());
            names.forEach(name -> text.append(line(name, verbs.get(name), width)));
        });
        return text.toString();
    }

    private static String line(String name, @org.jspecify.annotations.Nullable Help verb, int width) {
        var description = verb == null ? "" : verb.commandSpec().usageMessage().description()[0];
        return "  " + name + " ".repeat(width - name.length()) + description + System.lineSeparator();
    }

    static void install(CommandLine commandLine) {
        commandLine
                .getHelpSectionMap()
                .put(CommandLine.Model.UsageMessageSpec.SECTION_KEY_COMMAND_LIST_HEADING, h -> "");
        commandLine
                .getHelpSectionMap()
                .put(CommandLine.Model.UsageMessageSpec.SECTION_KEY_COMMAND_LIST, HelpGroups::render);
    }
}
