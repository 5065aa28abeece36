package dev.datastack.cli.open;

import dev.datastack.cli.host.Platform;
import dev.datastack.cli.process.Call;
import dev.datastack.cli.process.CommandException;
import dev.datastack.cli.process.CommandRunner;
import dev.datastack.cli.terminal.Terminal;
import java.util.List;

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
        var system = Platform.here();
        if (system.isWindows()) {
            return List.of("rundll32", "url.dll,FileProtocolHandler", url);
        }
        return List.of(system.isMac() ? "open" : "xdg-open", url);
    }
}
