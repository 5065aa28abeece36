package dev.datastack.probe.posix;

import dev.datastack.probe.machine.Connection;
import dev.datastack.probe.machine.Deadline;
import dev.datastack.probe.machine.IpAddress;
import dev.datastack.probe.machine.Net;
import dev.datastack.probe.machine.Unhealthy;
import dev.datastack.probe.text.Sentence;
import org.teavm.interop.Address;

/** Sockets that never block, and poll(2), which waits for them no longer than the deadline allows. */
final class PosixNet implements Net {
    private static final int SIZE_FOUR = 16;
    private static final int SIZE_SIX = 28;
    private static final int ADDRESS_FOUR = 4;
    private static final int ADDRESS_SIX = 8;

    @Override
    public Connection connect(IpAddress address, int port, Deadline deadline) throws Unhealthy {
        PosixConnection connection = open(address, Constants.stream());
        int error = start(connection, address, port);
        if (error == Constants.inProgress()) {
            boolean done = connection.awaits(Constants.writable(), deadline);
            error = done ? connection.error() : error;
        }
        if (error != 0) {
            connection.close();
            deadline.check(Sentence.of("connecting to {}", address.toString()));
        }
        check(error, address);
        return connection;
    }

    @Override
    public Connection datagrams(IpAddress address, int port) throws Unhealthy {
        PosixConnection connection = open(address, Constants.datagram());
        int error = start(connection, address, port);
        if (error != 0) {
            connection.close();
        }
        check(error, address);
        return connection;
    }

    private static PosixConnection open(IpAddress address, int type) throws Unhealthy {
        int family = address.isSix() ? Constants.inet6() : Constants.inet();
        int socket = Posix.socket(family, type | Constants.nonBlockingSocket(), 0);
        if (socket < 0) {
            throw new Unhealthy(
                    "{} cannot be reached: no socket (error {})", address.toString(), Integer.toString(Posix.errno()));
        }
        return new PosixConnection(socket, address.toString());
    }

    private static int start(PosixConnection connection, IpAddress address, int port) {
        byte[] target = socketAddress(address, port);
        int result = Posix.connect(connection.socket(), Address.ofData(target), target.length);
        return result == 0 ? 0 : Posix.errno();
    }

    private static void check(int error, IpAddress address) throws Unhealthy {
        if (error == Constants.refused()) {
            throw new Unhealthy("refused by {}", address.toString());
        }
        if (error != 0) {
            throw new Unhealthy("{} cannot be reached", address.toString());
        }
    }

    /** The family in the byte order of the machine, the port and the address in that of the network. */
    private static byte[] socketAddress(IpAddress address, int port) {
        byte[] bytes = new byte[address.isSix() ? SIZE_SIX : SIZE_FOUR];
        Address.ofData(bytes).putShort((short) (address.isSix() ? Constants.inet6() : Constants.inet()));
        bytes[2] = (byte) (port >> 8);
        bytes[3] = (byte) port;
        byte[] raw = address.bytes();
        System.arraycopy(raw, 0, bytes, address.isSix() ? ADDRESS_SIX : ADDRESS_FOUR, raw.length);
        return bytes;
    }
}
