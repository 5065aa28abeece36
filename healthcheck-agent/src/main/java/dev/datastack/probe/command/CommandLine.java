package dev.datastack.probe.command;

import dev.datastack.probe.Probe;
import dev.datastack.probe.naming.Nameserver;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Turns words into a command: {@code [wait] PROBE [--and PROBE] ...}, flags anywhere. */
final class CommandLine {
    private static final int MAX_PROBES = 8;
    private static final long DEFAULT_TIMEOUT_MILLIS = 3_000;
    private static final long MAX_TIMEOUT_MILLIS = 300_000;
    private static final long DEFAULT_WAIT_MILLIS = 60_000;
    private static final long MAX_WAIT_MILLIS = 900_000;

    private final List<String> words;
    private final Flags common = new Flags();
    private final List<Probe> probes = new ArrayList<>();
    private boolean waits;
    private int at;

    private CommandLine(List<String> words) {
        this.words = words;
    }

    static Command parse(List<String> words) throws UsageException {
        return new CommandLine(words).parse();
    }

    private Command parse() throws UsageException {
        while (at < words.size() || probes.isEmpty()) {
            if (probes.size() == MAX_PROBES) {
                throw new UsageException(
                        "more than {} probes: give the others a health check of their own",
                        Integer.toString(MAX_PROBES));
            }
            probes.add(probe());
        }
        long wait = waits ? common.millis(Flag.FOR, DEFAULT_WAIT_MILLIS, MAX_WAIT_MILLIS) : 0;
        long timeout = common.millis(Flag.TIMEOUT, DEFAULT_TIMEOUT_MILLIS, MAX_TIMEOUT_MILLIS);
        return new Command(probes, wait, timeout, nameserver(), common.isOn(Flag.QUIET));
    }

    private @Nullable Nameserver nameserver() throws UsageException {
        String text = common.last(Flag.NAMESERVER);
        Nameserver server = text == null ? null : Nameserver.parse(text);
        if (text != null && server == null) {
            throw UsageException.badValue(Flag.NAMESERVER, text, "give an address as 127.0.0.11 or 127.0.0.1:5353");
        }
        return server;
    }

    private Probe probe() throws UsageException {
        Flags own = new Flags();
        List<String> plain = new ArrayList<>();
        boolean more = false;
        while (at < words.size() && !more) {
            String word = words.get(at++);
            if (word.equals("--and")) {
                more = true;
            } else if (word.startsWith("--")) {
                addFlag(word.substring(2), own);
            } else if (word.equals("wait") && plain.isEmpty() && probes.isEmpty() && !waits) {
                waits = true;
            } else {
                plain.add(word);
            }
        }
        boolean dangling = more && at == words.size();
        if (plain.isEmpty() || dangling) {
            throw new UsageException("no probe given: expected http, tcp, postgres or file");
        }
        return ProbeWords.probe(plain, own);
    }

    private void addFlag(String word, Flags own) throws UsageException {
        int equals = word.indexOf('=');
        String name = equals < 0 ? word : word.substring(0, equals);
        Flag flag = Flag.named(name);
        if (flag == null) {
            throw new UsageException("unknown option --{}", name);
        }
        if (!flag.isSwitch() && equals < 0 && at == words.size()) {
            throw new UsageException("--{} needs a value: --{} {}", name, name, flag.argument());
        }
        String value = equals >= 0 ? word.substring(equals + 1) : flag.isSwitch() ? "true" : words.get(at++);
        (flag.isOfCommand() ? common : own).add(flag, value);
    }
}
