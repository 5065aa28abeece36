package dev.datastack.probe.command;

import dev.datastack.probe.Attempt;
import dev.datastack.probe.Probe;
import dev.datastack.probe.machine.Deadline;
import dev.datastack.probe.machine.Durations;
import dev.datastack.probe.machine.Host;
import dev.datastack.probe.machine.Net;
import dev.datastack.probe.machine.Scratch;
import dev.datastack.probe.machine.Unhealthy;
import dev.datastack.probe.naming.Dialer;
import dev.datastack.probe.text.Sentence;

/** Asks all probes once, or until they are content. */
final class Asking {
    private static final long FIRST_PAUSE_MILLIS = 100;
    /** Bounds the number of attempts, and with it the memory of a build that never collects. */
    private static final long MAX_PAUSE_MILLIS = 2_000;

    private final Command command;
    private final Host host;
    private final Dialer dialer;
    private final Scratch scratch = new Scratch();

    Asking(Command command, Host host, Net net) {
        this.command = command;
        this.host = host;
        this.dialer = new Dialer(host, net, command.nameserver());
    }

    Verdict ask() {
        return command.waitMillis() > 0 ? askUntilHealthy() : askOnce(command.timeoutMillis());
    }

    private Verdict askUntilHealthy() {
        Deadline end = Deadline.in(command.waitMillis(), host);
        long pause = FIRST_PAUSE_MILLIS;
        for (int attempts = 1; ; attempts++) {
            Verdict verdict = askOnce(Math.min(command.timeoutMillis(), Math.max(end.leftMillis(), 1)));
            if (verdict.healthy()) {
                return verdict;
            }
            if (end.leftMillis() <= pause) {
                String waited = Sentence.of(
                        " (asked {} times in {})", Integer.toString(attempts), Durations.text(command.waitMillis()));
                return new Verdict(false, verdict.line().concat(waited));
            }
            host.sleep(pause);
            pause = Math.min(2 * pause, MAX_PAUSE_MILLIS);
        }
    }

    /** Asks every probe, so that the line names all that is wrong and not only the first. */
    private Verdict askOnce(long millis) {
        Attempt attempt = new Attempt(host, dialer, Deadline.in(millis, host), scratch);
        StringBuilder well = new StringBuilder();
        StringBuilder wrong = new StringBuilder();
        for (Probe probe : command.probes()) {
            try {
                append(well, probe.ask(attempt));
            } catch (Unhealthy no) {
                append(wrong, probe.explain(no.reason()));
            }
            dialer.hangUp();
        }
        return wrong.length() == 0
                ? new Verdict(true, Sentence.of("healthy: {}", well.toString()))
                : new Verdict(false, Sentence.of("unhealthy: {}", wrong.toString()));
    }

    private static void append(StringBuilder line, String text) {
        line.append(line.length() == 0 ? "" : "; ").append(text);
    }
}
