package dev.datastack.cli.doors;

import dev.datastack.cli.docker.Call;
import dev.datastack.cli.docker.CommandException;
import dev.datastack.cli.docker.CommandRunner;
import dev.datastack.cli.terminal.Terminal;
import java.util.List;
import java.util.Locale;

/** The browser of whoever sits here, if there is one. The address is on the screen in any case. */
public final class Browser {
    private final CommandRunner runner;
    private final Terminal terminal;

    public Browser(CommandRunner runner, Terminal terminal) {
        this.runner = runner;
        this.terminal = terminal;
    }

    public void open(String url) {
        try {
            runner.run(Call.of(command(url)));
        } catch (CommandException e) {
            terminal.say("            (no browser to open it in)");
        }
    }

    private static List<String> command(String url) {
        var system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        if (system.startsWith("windows")) {
            return List.of("rundll32", "url.dll,FileProtocolHandler", url);
        }
        return List.of(system.startsWith("mac") ? "open" : "xdg-open", url);
    }
}
