package dev.datastack.probe.naming;

import dev.datastack.probe.machine.IpAddress;
import org.jspecify.annotations.Nullable;

/** A name server to ask, on port 53 unless the command line says otherwise. */
public record Nameserver(IpAddress address, int port) {
    static final int PORT = 53;

    /** Returns null when the text is no address, with or without a port: names cannot be looked up by name. */
    public static @Nullable Nameserver parse(String text) {
        IpAddress bare = IpAddress.parse(text);
        if (bare != null) {
            return new Nameserver(bare, PORT);
        }
        HostPort both = HostPort.parse(text);
        IpAddress address = both == null ? null : IpAddress.parse(both.host());
        return both == null || address == null ? null : new Nameserver(address, both.port());
    }

    @Override
    public String toString() {
        return port == PORT ? address.toString() : new HostPort(address.toString(), port).toString();
    }
}
