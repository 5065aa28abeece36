package dev.datastack.probe.command;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** An option, its argument, the probe it belongs to, and its line in the help. */
record Flag(String name, String argument, String owner, String help) {
    private static final String ANY = "";

    static final Flag TIMEOUT = new Flag("timeout", "TIME", ANY, "limit for one attempt, name lookup included (3s)");
    static final Flag NAMESERVER =
            new Flag("nameserver", "IP[:PORT]", ANY, "ask this one, not those of /etc/resolv.conf");
    static final Flag QUIET = new Flag("quiet", "", ANY, "print nothing when healthy");
    static final Flag STATUS = new Flag("status", "CODES", "http", "codes that are well, as 200,301-399 (200-299)");
    static final Flag JSON =
            new Flag("json", "PATH=TEXT", "http", "the JSON has this value, as a.status=healthy or a.0.b=1 *");
    static final Flag BODY_LIMIT =
            new Flag("body-limit", "SIZE", "http", "longer answers are refused, at most 1m (64k)");
    static final Flag USER = new Flag("user", "NAME", "postgres", "in whose name to ask (postgres)");
    static final Flag NEWER_THAN = new Flag("newer-than", "TIME", "file", "written less than this ago (required)");
    static final Flag FOR = new Flag("for", "TIME", "wait", "how long to try, at most 15m (60s)");

    static final List<Flag> ALL = List.of(STATUS, JSON, BODY_LIMIT, USER, NEWER_THAN, FOR, TIMEOUT, NAMESERVER, QUIET);

    static @Nullable Flag named(String name) {
        for (Flag flag : ALL) {
            if (flag.name.equals(name)) {
                return flag;
            }
        }
        return null;
    }

    boolean isSwitch() {
        return argument.isEmpty();
    }

    /** Probes have flags of their own; those of the whole command may stand anywhere. */
    boolean isOfCommand() {
        return owner.equals(ANY) || owner.equals("wait");
    }
}
