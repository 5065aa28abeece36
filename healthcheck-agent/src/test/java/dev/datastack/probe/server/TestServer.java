package dev.datastack.probe.server;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Accepts connections on a free port and leaves each to a talk. */
public final class TestServer implements AutoCloseable {
    /** What the server does with one client. The connection closes when it returns. */
    @FunctionalInterface
    public interface Talk {
        void with(Socket client) throws IOException, InterruptedException;
    }

    private final ServerSocket socket;
    private final Set<Socket> clients = ConcurrentHashMap.newKeySet();
    private final ExecutorService threads = Executors.newCachedThreadPool(TestServer::daemon);
    private volatile Talk talk;

    public TestServer(Talk talk) {
        this(talk, InetAddress.getLoopbackAddress());
    }

    public TestServer(Talk talk, InetAddress address) {
        this.talk = talk;
        try {
            socket = new ServerSocket(0, 512, address);
        } catch (IOException cause) {
            throw new IllegalStateException("no free port on " + address, cause);
        }
        threads.execute(this::accept);
    }

    /** Answers every HTTP request with these bytes. */
    public static TestServer http(String answer) {
        return new TestServer(answer(answer.getBytes(StandardCharsets.UTF_8)));
    }

    /** A well-formed answer with a JSON body. */
    public static TestServer json(String body) {
        return http(ok(body));
    }

    public static String ok(String body) {
        int length = body.getBytes(StandardCharsets.UTF_8).length;
        return "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: " + length + "\r\n\r\n" + body;
    }

    /** Reads a request, then sends these bytes. */
    public static Talk answer(byte[] bytes) {
        return client -> {
            readRequest(client.getInputStream());
            client.getOutputStream().write(bytes);
        };
    }

    /** Reads up to the empty line that ends the headers. */
    public static String readRequest(InputStream in) throws IOException {
        ByteArrayOutputStream request = new ByteArrayOutputStream();
        for (int c = in.read(); c >= 0; c = in.read()) {
            request.write(c);
            String text = request.toString(StandardCharsets.UTF_8);
            if (text.endsWith("\r\n\r\n")) {
                return text;
            }
        }
        return request.toString(StandardCharsets.UTF_8);
    }

    public void talk(Talk next) {
        talk = next;
    }

    public int port() {
        return socket.getLocalPort();
    }

    public String hostPort() {
        return "127.0.0.1:" + port();
    }

    public String url(String page) {
        return "http://" + hostPort() + page;
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                Socket client = socket.accept();
                clients.add(client);
                threads.execute(() -> serve(client));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket client) {
        try (client) {
            talk.with(client);
        } catch (IOException | InterruptedException gone) {
            Thread.currentThread().interrupt();
        } finally {
            clients.remove(client);
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
        try {
            socket.close();
            for (Socket client : clients) {
                client.close();
            }
        } catch (IOException alreadyGone) {
            threads.shutdownNow();
        }
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work);
        thread.setDaemon(true);
        return thread;
    }
}
