package dev.datastack.probe.naming;

import dev.datastack.probe.machine.Connection;
import dev.datastack.probe.machine.Deadline;
import dev.datastack.probe.machine.Host;
import dev.datastack.probe.machine.IpAddress;
import dev.datastack.probe.machine.Net;
import dev.datastack.probe.machine.Unhealthy;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Connects to a service by name or address. */
public final class Dialer {
    private static final int MAX_FILE = 65_536;
    private static final String HOSTS = "/etc/hosts";
    private static final String RESOLV_CONF = "/etc/resolv.conf";
    private static final IpAddress LOCAL_FOUR = IpAddress.of(new byte[] {127, 0, 0, 1}, 0, 4);
    private static final IpAddress LOCAL_SIX =
            IpAddress.of(new byte[] {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1}, 0, 16);

    private final Host host;
    private final Net net;
    private final @Nullable Nameserver nameserver;
    private @Nullable Connection line;

    /** A name server given here is asked in place of those of /etc/resolv.conf. */
    public Dialer(Host host, Net net, @Nullable Nameserver nameserver) {
        this.host = host;
        this.net = net;
        this.nameserver = nameserver;
    }

    /** Tries each address of the name, so that one dead address does not hide a living one. */
    public Connection connect(HostPort target, Deadline deadline) throws Unhealthy {
        List<IpAddress> addresses = resolve(target.host(), deadline);
        int last = addresses.size() - 1;
        for (int i = 0; i < last && line == null; i++) {
            Deadline share = deadline.within(deadline.leftMillis() / (last - i + 1));
            line = tryAddress(addresses.get(i), target.port(), share);
        }
        Connection open = line;
        if (open == null) {
            open = net.connect(addresses.get(last), target.port(), deadline);
            line = open;
        }
        return open;
    }

    private @Nullable Connection tryAddress(IpAddress address, int port, Deadline share) {
        try {
            return net.connect(address, port, share);
        } catch (Unhealthy next) {
            return null;
        }
    }

    /** Closes the connection, however the talk ended. */
    public void hangUp() {
        Connection open = line;
        line = null;
        if (open != null) {
            open.close();
        }
    }

    List<IpAddress> resolve(String name, Deadline deadline) throws Unhealthy {
        IpAddress literal = IpAddress.parse(name);
        if (literal != null) {
            return List.of(literal);
        }
        List<IpAddress> known = nameserver == null ? HostsFile.find(name, file(HOSTS)) : List.of();
        if (known.isEmpty() && HostName.isLocal(name)) {
            known = List.of(LOCAL_FOUR, LOCAL_SIX);
        }
        return known.isEmpty() ? ask(name, deadline) : known;
    }

    private List<IpAddress> ask(String name, Deadline deadline) throws Unhealthy {
        ResolvConf conf = nameserver == null
                ? ResolvConf.parse(file(RESOLV_CONF))
                : new ResolvConf(List.of(nameserver), List.of(), 1);
        if (conf.servers().isEmpty()) {
            throw new Unhealthy("name \"{}\" is not in {}, and {} names no server to ask", name, HOSTS, RESOLV_CONF);
        }
        Dns dns = new Dns(host, net, conf.servers());
        for (String candidate : conf.candidates(name)) {
            List<IpAddress> found = dns.addresses(candidate, deadline);
            if (!found.isEmpty()) {
                return found;
            }
        }
        throw new Unhealthy("name \"{}\" is not known (asked {})", name, dns.toString());
    }

    /** A machine without such a file, as a container from scratch can be, knows no names. */
    private byte[] file(String path) {
        try {
            return host.read(path, MAX_FILE);
        } catch (Unhealthy absent) {
            return new byte[0];
        }
    }
}
