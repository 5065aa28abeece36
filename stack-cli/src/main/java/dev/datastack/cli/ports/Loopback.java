package dev.datastack.cli.ports;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** Tries addresses, of this machine for the most part. */
public final class Loopback {
    private static final int PATIENCE_MILLIS = 200;

    private Loopback() {}

    static boolean isFree(String address, int port) {
        try (var socket = new ServerSocket()) {
            // Without it a port that a stopped stack has just left would look taken for a minute.
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(address, port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    static boolean answers(String address, int port) {
        return answers(address, port, PATIENCE_MILLIS);
    }

    /** Whether something accepts a connection there within so many milliseconds. */
    public static boolean answers(String address, int port, int patience) {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(address, port), patience);
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
