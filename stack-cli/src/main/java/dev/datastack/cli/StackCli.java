package dev.datastack.cli;

import dev.datastack.cli.command.Typed;
import dev.datastack.cli.context.Context;
import dev.datastack.cli.host.Interrupts;
import dev.datastack.cli.host.WallTime;
import dev.datastack.cli.identity.ShellEnvironment;
import dev.datastack.cli.process.ProcessRunner;
import dev.datastack.cli.terminal.Terminal;
import dev.datastack.cli.terminal.Terminal.Traits;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;

/** Wires the command to the real terminal, clock, environment and processes. The launcher says where it was started. */
public final class StackCli {
    private StackCli() {}

    public static void main(String[] arguments) {
        var environment = System.getenv();
        var root =
                Path.of(System.getProperty("stack.home", ".")).toAbsolutePath().normalize();
        var terminal = terminal(environment);
        var time = new WallTime(InstantSource.system());
        var runner = new ProcessRunner(ShellEnvironment.of(environment).variables());
        var context = new Context(root, environment, runner, terminal, time, interrupts(), StackCli::background);
        if (Boolean.getBoolean("stack.rehearsal")) {
            // For the cache of classes: it holds those of one run, and both kinds of output are to be in it.
            Typed.run(context, "status", "--json");
        }
        int exitCode = Typed.run(context, arguments);
        System.exit(exitCode);
    }

    /** Whether each stream is a terminal only a shell can tell, so the launcher does. */
    private static Terminal terminal(Map<String, String> environment) {
        var charset = charset();
        var input = new BufferedReader(new InputStreamReader(System.in, charset));
        var screen = Boolean.getBoolean("stack.screen") && !"dumb".equals(environment.get("TERM"));
        var colour = screen && !environment.containsKey("NO_COLOR");
        var person = Boolean.getBoolean("stack.person");
        var traits = new Traits(screen, person, colour, Integer.getInteger("stack.columns", 80));
        return new Terminal(writer(System.out, charset), writer(System.err, charset), input, traits);
    }

    /** The launcher names the terminal's where it had to choose another one for file names. */
    private static Charset charset() {
        var named = System.getProperty("stack.charset", "");
        try {
            return named.isEmpty() ? Charset.defaultCharset() : Charset.forName(named);
        } catch (IllegalArgumentException e) {
            return Charset.defaultCharset();
        }
    }

    private static PrintWriter writer(PrintStream stream, Charset charset) {
        return new PrintWriter(stream, true, charset);
    }

    /** A daemon: a start that has had its time must not keep the command from ending. */
    private static void background(Runnable task) {
        var thread = new Thread(task, "start");
        thread.setDaemon(true);
        thread.start();
    }

    private static Interrupts interrupts() {
        return action -> {
            var hook = new Thread(action, "on Ctrl-C");
            Runtime.getRuntime().addShutdownHook(hook);
            return () -> remove(hook);
        };
    }

    private static void remove(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The program is ending: the hook runs, or has run.
            return;
        }
    }
}
