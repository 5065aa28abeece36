package dev.datastack.cli.airflow;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** A server that answers as Airflow's API does: it gives a token for the password, and what a test says for the token. */
public final class FakeAirflow implements AutoCloseable {
    private final Map<String, String> answers = new HashMap<>();
    private final HttpServer server;
    private final String password;

    public FakeAirflow(String password) throws IOException {
        this.password = password;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/auth/token", this::login);
        server.createContext("/api/v2/dags/", this::api);
        server.start();
    }

    /** The path as it is sent, with its escapes. */
    public FakeAirflow has(String path, String json) {
        answers.put(path, json);
        return this;
    }

    public int port() {
        return server.getAddress().getPort();
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + port());
    }

    private void login(HttpExchange exchange) throws IOException {
        var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        boolean right = body.contains("\"password\":\"" + password + "\"");
        answer(exchange, right ? 201 : 401, right ? "{\"access_token\": \"t0ken\"}" : "{\"detail\": \"no\"}");
    }

    private void api(HttpExchange exchange) throws IOException {
        var json = answers.get(exchange.getRequestURI().getRawPath());
        boolean known = "Bearer t0ken".equals(exchange.getRequestHeaders().getFirst("Authorization"));
        answer(exchange, !known ? 401 : json == null ? 404 : 200, json == null ? "{}" : json);
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        try (var out = exchange.getResponseBody()) {
            out.write(bytes);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
