package dev.datastack.cli.command;

import dev.datastack.cli.docker.Call;
import dev.datastack.cli.docker.CommandException;
import dev.datastack.cli.doors.Door;
import dev.datastack.cli.doors.Doors;
import dev.datastack.cli.problem.ExitCode;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

@Command(
        name = "open",
        mixinStandardHelpOptions = true,
        description = "Prints the addresses and opens the pages in a browser where there is one.")
final class OpenCommand implements Callable<Integer> {
    private final Context context;

    OpenCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        context.engine().require();
        for (var door : Doors.of(context.compose().model())) {
            context.terminal().say("%-11s %s".formatted(door.name(), door.url()));
            if (context.terminal().isScreen() && door.url().startsWith("http")) {
                open(door);
            }
        }
        return ExitCode.WELL;
    }

    /** The address is on the screen in any case. */
    private void open(Door door) {
        try {
            context.runner().run(Call.of(browser(door.url())));
        } catch (CommandException e) {
            context.terminal().say("            (no browser to open it in)");
        }
    }

    private static List<String> browser(String url) {
        var system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        if (system.startsWith("windows")) {
            return List.of("rundll32", "url.dll,FileProtocolHandler", url);
        }
        return List.of(system.startsWith("mac") ? "open" : "xdg-open", url);
    }
}
