package dev.datastack.probe.naming;

import dev.datastack.probe.machine.Connection;
import dev.datastack.probe.machine.Deadline;
import dev.datastack.probe.machine.Host;
import dev.datastack.probe.machine.IpAddress;
import dev.datastack.probe.machine.Net;
import dev.datastack.probe.machine.Unhealthy;
import dev.datastack.probe.text.Sentence;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Asks name servers, again and again while nobody answers, until the deadline. */
final class Dns {
    private static final long FIRST_PATIENCE_MILLIS = 500;
    private static final long MAX_PATIENCE_MILLIS = 4000;
    private static final int MAX_DATAGRAM = 512;
    /** A refused datagram comes back at once; without a pause the loop would spin until the deadline. */
    private static final long PAUSES_IN_PATIENCE = 10;

    private final Host host;
    private final Net net;
    private final List<Nameserver> servers;

    Dns(Host host, Net net, List<Nameserver> servers) {
        this.host = host;
        this.net = net;
        this.servers = servers;
    }

    /** Returns the addresses of this full name; none when the name servers say that there are none. */
    List<IpAddress> addresses(String name, Deadline deadline) throws Unhealthy {
        DnsAnswer four = ask(name, DnsQuery.A, deadline);
        boolean done = !four.addresses().isEmpty() || four.code() != DnsAnswer.OK;
        return done ? four.addresses() : ask(name, DnsQuery.AAAA, deadline).addresses();
    }

    private DnsAnswer ask(String name, int type, Deadline deadline) throws Unhealthy {
        long patience = FIRST_PATIENCE_MILLIS;
        while (true) {
            DnsAnswer said = askAll(name, type, patience, deadline);
            if (said != null && said.isFinal()) {
                return said;
            }
            if (said != null) {
                throw new Unhealthy(
                        "name server {} cannot look up \"{}\" (code {})",
                        toString(),
                        name,
                        Integer.toString(said.code()));
            }
            deadline.check(Sentence.of("name server {} is silent about \"{}\"", toString(), name));
            patience = Math.min(2 * patience, MAX_PATIENCE_MILLIS);
        }
    }

    private @Nullable DnsAnswer askAll(String name, int type, long patience, Deadline deadline) throws Unhealthy {
        DnsAnswer last = null;
        for (Nameserver server : servers) {
            DnsAnswer said = askOne(server, name, type, deadline.within(patience));
            if (said == null) {
                host.sleep(Math.min(patience / PAUSES_IN_PATIENCE, deadline.leftMillis()));
            }
            last = said == null ? last : said;
            if (said != null && said.isFinal()) {
                return said;
            }
        }
        return last;
    }

    /** Returns null when this server stays silent, whatever the reason: another one may answer. */
    private @Nullable DnsAnswer askOne(Nameserver server, String name, int type, Deadline patience) throws Unhealthy {
        byte[] id = new byte[2];
        host.random(id);
        DnsQuery query = DnsQuery.of((id[0] & 0xff) << 8 | (id[1] & 0xff), name, type);
        Connection socket = open(server);
        DnsAnswer answer = socket == null ? null : exchange(socket, query, patience);
        if (socket != null) {
            socket.close();
        }
        return answer;
    }

    private @Nullable Connection open(Nameserver server) {
        try {
            return net.datagrams(server.address(), server.port());
        } catch (Unhealthy unreachable) {
            return null;
        }
    }

    private static @Nullable DnsAnswer exchange(Connection socket, DnsQuery query, Deadline patience) {
        try {
            socket.write(query.bytes(), query.bytes().length, patience);
            return listen(socket, query, patience);
        } catch (Unhealthy silent) {
            return null;
        }
    }

    private static DnsAnswer listen(Connection socket, DnsQuery query, Deadline patience) throws Unhealthy {
        byte[] datagram = new byte[MAX_DATAGRAM];
        while (true) {
            int length = socket.read(datagram, 0, datagram.length, patience);
            DnsAnswer answer = length < 0 ? null : DnsAnswer.parse(datagram, length, query);
            if (answer != null) {
                return answer;
            }
            patience.check("no answer to the query");
        }
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (Nameserver server : servers) {
            text.append(text.length() == 0 ? "" : ", ").append(server.toString());
        }
        return text.toString();
    }
}
