package dev.datastack.etl.fault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The network between one worker and the server: shows each step to a watcher, and breaks when it is told to. */
final class Proxy implements AutoCloseable {

    private final int target;
    private final ServerSocket listener;
    private final Set<Session> sessions = ConcurrentHashMap.newKeySet();
    private final Set<Socket> unheard = ConcurrentHashMap.newKeySet();
    private final Object network = new Object();
    private volatile Watcher watcher = step -> true;
    private boolean frozen;
    private volatile boolean dark;

    Proxy(int target) {
        this.target = target;
        try {
            listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        inBackground(this::accept);
    }

    int port() {
        return listener.getLocalPort();
    }

    void watch(Watcher next) {
        watcher = next;
    }

    boolean passes(Step step) {
        return watcher.passes(step);
    }

    /** All connections end, as by a router that forgot them. */
    void cut() {
        sessions.forEach(Session::close);
    }

    /** Nothing moves in either direction; what was on its way arrives late. */
    void freeze() {
        synchronized (network) {
            frozen = true;
        }
    }

    void thaw() {
        synchronized (network) {
            frozen = false;
            network.notifyAll();
        }
    }

    void awaitThaw() {
        synchronized (network) {
            while (frozen) {
                try {
                    network.wait();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    return;
                }
            }
        }
    }

    /** Bytes vanish, sockets stay open, and new ones are never answered. */
    void goDark() {
        dark = true;
        sessions.forEach(Session::goDark);
    }

    /** New connections pass again. Those from before stay as they are: their bytes are lost. */
    void comeBack() {
        dark = false;
        unheard.forEach(Proxy::quietly);
        unheard.clear();
    }

    @Override
    public void close() {
        try {
            listener.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        thaw();
        comeBack();
        cut();
    }

    static void inBackground(Runnable task) {
        Thread thread = new Thread(task, "proxy");
        thread.setDaemon(true);
        thread.start();
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket client = listener.accept();
                if (dark) {
                    unheard.add(client);
                } else {
                    connect(client);
                }
            } catch (IOException e) {
                // Closed: the loop ends.
            }
        }
    }

    private void connect(Socket client) {
        try {
            Session session = new Session(this, client, new Socket(InetAddress.getLoopbackAddress(), target));
            sessions.add(session);
            session.start();
        } catch (IOException e) {
            // The server is down, and the worker must see that.
            quietly(client);
        }
    }

    private static void quietly(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
