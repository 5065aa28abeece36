package dev.datastack.cli.problem;

import dev.datastack.cli.terminal.Style;
import dev.datastack.cli.terminal.Terminal;
import java.io.PrintWriter;
import java.util.Map;

/** Turns what was thrown into a message and an exit code. */
public final class ErrorPrinter {
    private final Terminal terminal;
    private final Map<String, String> environment;

    public ErrorPrinter(Terminal terminal, Map<String, String> environment) {
        this.terminal = terminal;
        this.environment = environment;
    }

    public int print(Exception thrown) {
        if (environment.containsKey("STACK_DEBUG")) {
            thrown.printStackTrace(new PrintWriter(terminal.err(), true));
        }
        if (thrown instanceof StackException known) {
            return print(known);
        }
        terminal.warn("stack: an unexpected error: " + thrown);
        terminal.warn("  next:  run it again with STACK_DEBUG=1 and report what it prints");
        return ExitCode.NO;
    }

    private int print(StackException known) {
        known.evidence().forEach(line -> terminal.warn("  | " + line));
        terminal.warn(terminal.paint(Style.BAD, "stack: " + known.getMessage()));
        terminal.warn("  tried: " + known.tried());
        terminal.warn("  next:  " + known.next());
        terminal.warn("  more:  docs/troubleshooting.md#" + known.problem().anchor());
        return known.problem().exitCode();
    }
}
