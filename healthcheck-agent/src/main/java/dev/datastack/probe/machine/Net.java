package dev.datastack.probe.machine;

/** The seam between the protocols and the sockets. */
public interface Net {
    /** Opens a TCP connection. */
    Connection connect(IpAddress address, int port, Deadline deadline) throws Unhealthy;

    /** Opens a UDP socket that sends to, and hears from, this one address. */
    Connection datagrams(IpAddress address, int port) throws Unhealthy;
}
