package dev.datastack.probe.command;

import dev.datastack.probe.machine.Host;
import dev.datastack.probe.machine.Net;
import dev.datastack.probe.text.Sentence;
import java.util.List;

/** The program, apart from the machine it runs on. */
public final class Healthcheck {
    private static final int HEALTHY = 0;
    private static final int UNHEALTHY = 1;
    private static final int USAGE = 2;

    private Healthcheck() {}

    /** Returns the exit code. */
    public static int run(List<String> arguments, Host host, Net net) {
        try {
            if (asksForHelp(arguments)) {
                host.out(Help.text());
                return HEALTHY;
            }
            Command command = CommandLine.parse(arguments);
            Verdict verdict = new Asking(command, host, net).ask();
            if (!verdict.healthy() || !command.quiet()) {
                host.out(Printable.line(verdict.line()));
            }
            return verdict.healthy() ? HEALTHY : UNHEALTHY;
        } catch (UsageException wrong) {
            host.err(Printable.line(Sentence.of("healthcheck: {}. See healthcheck --help", wrong.reason())));
            return USAGE;
        } catch (RuntimeException defect) {
            // Without this the native build would be aborted without a word.
            host.out("unhealthy: a defect of the probe itself, please report it with its command line");
            return UNHEALTHY;
        }
    }

    private static boolean asksForHelp(List<String> words) {
        boolean asks = false;
        for (String word : words) {
            asks |= word.equals("--help") || word.equals("help");
        }
        return asks;
    }
}
