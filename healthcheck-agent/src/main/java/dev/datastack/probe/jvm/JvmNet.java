package dev.datastack.probe.jvm;

import dev.datastack.probe.machine.Connection;
import dev.datastack.probe.machine.Deadline;
import dev.datastack.probe.machine.IpAddress;
import dev.datastack.probe.machine.Net;
import dev.datastack.probe.machine.Unhealthy;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;

/** Sockets of java.nio: the only ones of the JDK whose writes can be given up in time. */
public final class JvmNet implements Net {
    @Override
    public Connection connect(IpAddress address, int port, Deadline deadline) throws Unhealthy {
        JvmConnection connection = null;
        try {
            SocketChannel channel = SocketChannel.open();
            connection = new JvmConnection(channel, address.toString());
            channel.connect(socketAddress(address, port));
            while (!channel.finishConnect()) {
                connection.await(SelectionKey.OP_CONNECT, deadline, "connecting to");
            }
            return connection;
        } catch (IOException | Unhealthy failure) {
            if (connection != null) {
                connection.close();
            }
            throw failure instanceof Unhealthy missed ? missed : refused((IOException) failure, address);
        }
    }

    private static Unhealthy refused(IOException failure, IpAddress address) {
        boolean refused = failure instanceof ConnectException;
        return new Unhealthy(refused ? "refused by " + address : address + " cannot be reached");
    }

    @Override
    public Connection datagrams(IpAddress address, int port) throws Unhealthy {
        try {
            DatagramChannel channel = DatagramChannel.open();
            return new JvmConnection(channel.connect(socketAddress(address, port)), address.toString());
        } catch (IOException failure) {
            throw new Unhealthy(address + " cannot be reached");
        }
    }

    private static InetSocketAddress socketAddress(IpAddress address, int port) throws IOException {
        return new InetSocketAddress(InetAddress.getByAddress(address.bytes()), port);
    }
}
