package dev.datastack.probe.command;

import dev.datastack.probe.Expectation;
import dev.datastack.probe.FileProbe;
import dev.datastack.probe.HttpProbe;
import dev.datastack.probe.PostgresProbe;
import dev.datastack.probe.Probe;
import dev.datastack.probe.TcpProbe;
import dev.datastack.probe.http.HttpCall;
import dev.datastack.probe.http.StatusRange;
import dev.datastack.probe.http.Url;
import dev.datastack.probe.json.JsonPath;
import dev.datastack.probe.naming.HostPort;
import dev.datastack.probe.text.Ascii;
import dev.datastack.probe.text.Sentence;
import java.util.ArrayList;
import java.util.List;

/** One probe from its words and flags. */
final class ProbeWords {
    private static final long MAX_AGE_MILLIS = 31L * 24 * 3_600_000;
    private static final int MAX_BODY = 1 << 20;
    private static final String HOST_PORT = "expected HOST:PORT, as postgres:5432 or [::1]:80";

    private final String target;
    private final Flags flags;

    private ProbeWords(String target, Flags flags) {
        this.target = target;
        this.flags = flags;
    }

    static Probe probe(List<String> words, Flags flags) throws UsageException {
        String kind = words.get(0);
        if (words.size() > 2) {
            throw new UsageException(
                    "unexpected word \"{}\" (options start with --, the next probe with --and)", words.get(2));
        }
        if (words.size() < 2) {
            throw new UsageException("{}: what to ask is missing, see --help", kind);
        }
        for (Flag flag : flags.names()) {
            if (!flag.owner().equals(kind)) {
                throw new UsageException("--{} belongs to {}, not to {}", flag.name(), flag.owner(), kind);
            }
        }
        ProbeWords one = new ProbeWords(words.get(1), flags);
        return switch (kind) {
            case "http" -> one.http();
            case "tcp" -> new TcpProbe(one.hostPort(one.target));
            case "postgres" -> one.postgres();
            case "file" -> one.file();
            default -> throw new UsageException("unknown probe \"{}\": expected http, tcp, postgres or file", kind);
        };
    }

    private HostPort hostPort(String text) throws UsageException {
        HostPort parsed = HostPort.parse(text);
        if (parsed == null) {
            throw new UsageException("\"{}\": {}", text, HOST_PORT);
        }
        return parsed;
    }

    private Probe postgres() throws UsageException {
        int slash = target.indexOf('/');
        String database = slash < 0 ? "postgres" : target.substring(slash + 1);
        HostPort server = hostPort(slash < 0 ? target : target.substring(0, slash));
        String user = flags.last(Flag.USER, "postgres");
        if (database.isEmpty() || user.isEmpty()) {
            throw new UsageException("\"{}\": expected HOST:PORT or HOST:PORT/DATABASE", target);
        }
        return new PostgresProbe(server, database, user);
    }

    private Probe file() throws UsageException {
        if (flags.last(Flag.NEWER_THAN) == null) {
            throw new UsageException("file: say how old it may be, as --newer-than 30s");
        }
        return new FileProbe(target, flags.millis(Flag.NEWER_THAN, -1, MAX_AGE_MILLIS));
    }

    private Probe http() throws UsageException {
        Url url = Url.parse(target);
        if (url == null) {
            boolean tls = Ascii.startsWith(target, "https:");
            throw new UsageException(
                    "\"{}\": {}http://HOST[:PORT]/PAGE",
                    target,
                    (tls ? "no TLS: ask the service inside its container by " : ""));
        }
        StatusRange status = StatusRange.parse(flags.last(Flag.STATUS, "200-299"));
        if (status == null) {
            throw UsageException.badValue(Flag.STATUS, flags.last(Flag.STATUS, ""), "give codes as 200 or 200-299,304");
        }
        return new HttpProbe(new HttpCall(url, bodyLimit()), status, expectations());
    }

    private List<Expectation> expectations() throws UsageException {
        List<Expectation> expectations = new ArrayList<>();
        for (String text : flags.all(Flag.JSON)) {
            int equals = text.indexOf('=');
            if (equals < 1) {
                throw UsageException.badValue(Flag.JSON, text, Sentence.of("give it as {}", Flag.JSON.argument()));
            }
            JsonPath path = JsonPath.parse(text.substring(0, equals));
            if (path == null) {
                throw UsageException.badValue(Flag.JSON, text, "give a path as workers.0.status, of at most 16 steps");
            }
            expectations.add(new Expectation(path, text.substring(equals + 1)));
        }
        return expectations;
    }

    private int bodyLimit() throws UsageException {
        String text = flags.last(Flag.BODY_LIMIT, "64k");
        long bytes = Sizes.parse(text);
        if (bytes < 1 || bytes > MAX_BODY) {
            throw UsageException.badValue(Flag.BODY_LIMIT, text, "give a size as 64k or 1m, at most 1m");
        }
        return (int) bytes;
    }
}
