package dev.datastack.acceptance.images;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/**
 * What stands between a company and the internet: it ends each TLS connection itself, under a certificate that it signs
 * anew, and opens another one to the real host.
 */
final class ReSigningProxy implements AutoCloseable {
    private final ServerSocket listener;
    private final CertificateAuthority authority;
    private final SSLSocketFactory outside;
    private final Set<String> hosts = ConcurrentHashMap.newKeySet();

    private ReSigningProxy(ServerSocket listener, CertificateAuthority authority, SSLSocketFactory outside) {
        this.listener = listener;
        this.authority = authority;
        this.outside = outside;
    }

    /** The factory is for connections to the real hosts: it trusts what this machine trusts. */
    static ReSigningProxy start(CertificateAuthority authority, SSLSocketFactory outside) throws IOException {
        var proxy = new ReSigningProxy(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), authority, outside);
        inBackground(proxy::accept);
        return proxy;
    }

    String address() {
        return "http://127.0.0.1:" + listener.getLocalPort();
    }

    /** The hosts whose traffic it has read. */
    Set<String> hosts() {
        return Set.copyOf(hosts);
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                var client = listener.accept();
                inBackground(() -> serve(client));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket client) {
        try (client) {
            var target = connect(client);
            if (target.length != 2) {
                return;
            }
            client.getOutputStream().write("HTTP/1.1 200 Connected\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            pass(client, target[0], Integer.parseInt(target[1]));
        } catch (IOException | GeneralSecurityException ended) {
            // A client that does not trust the certificate hangs up: that is what the test is about.
            return;
        }
    }

    /** Host and port of {@code CONNECT host:port HTTP/1.1}; what follows until the empty line does not matter. */
    private static String[] connect(Socket client) throws IOException {
        var reader = new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII), 1);
        var first = reader.readLine();
        var line = first;
        while (line != null && !line.isEmpty()) {
            line = reader.readLine();
        }
        return first != null && first.startsWith("CONNECT ") ? first.split(" ", -1)[1].split(":", -1) : new String[0];
    }

    private void pass(Socket client, String host, int port) throws IOException, GeneralSecurityException {
        var factory = authority.pretendingToBe(host).getSocketFactory();
        try (var inner = (SSLSocket) factory.createSocket(client, null, client.getPort(), false)) {
            inner.setUseClientMode(false);
            inner.startHandshake();
            try (var outer = (SSLSocket) outside.createSocket(host, port)) {
                var parameters = outer.getSSLParameters();
                parameters.setEndpointIdentificationAlgorithm("HTTPS");
                outer.setSSLParameters(parameters);
                outer.startHandshake();
                hosts.add(host);
                inBackground(() -> copy(inner, outer));
                copy(outer, inner);
            }
        }
    }

    private static void copy(Socket from, Socket to) {
        try {
            OutputStream out = to.getOutputStream();
            from.getInputStream().transferTo(out);
        } catch (IOException ended) {
            // The other side has closed; the sockets are closed by whoever opened them.
            return;
        }
    }

    private static void inBackground(Runnable task) {
        var thread = new Thread(task, "re-signing proxy");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        listener.close();
    }
}
