package dev.datastack.cli.course.grade;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Opens pages on one port of this machine. Redirects are followed as a browser would, but never to another port: what answers
 * there is another program. An answer is read up to a bound, and has a deadline for the whole of it.
 */
final class WebPage {
    private static final int BYTES = 1 << 20;
    private static final int HOPS = 10;

    private final HttpClient client;
    private final Duration deadline;

    WebPage(Duration deadline) {
        this.deadline = deadline;
        this.client = HttpClient.newBuilder()
                .followRedirects(Redirect.NEVER)
                .connectTimeout(deadline)
                .build();
    }

    /** What came back in the end, and from which path. */
    record Answer(int status, String path, String body) {
        boolean isWell() {
            return status == 200;
        }
    }

    /** A redirect to what is not the program that was asked. */
    static final class Elsewhere extends IOException {
        private static final long serialVersionUID = 1;

        private final String where;

        Elsewhere(String location) {
            where = "redirects to " + location + ", which is not its own port";
        }

        @Override
        public String getMessage() {
            return where;
        }
    }

    /** The message of a failure is the end of a sentence. */
    Answer open(int port, String path) throws IOException {
        var address = URI.create("http://127.0.0.1:" + port + path);
        for (int hop = 0; hop < HOPS; hop++) {
            var answer = get(address);
            var next = answer.headers().firstValue("Location");
            if (answer.statusCode() / 100 != 3 || next.isEmpty()) {
                return new Answer(answer.statusCode(), address.getPath(), answer.body());
            }
            address = next(address, next.get());
        }
        throw new IOException("redirects more than " + HOPS + " times");
    }

    private static URI next(URI from, String location) throws IOException {
        try {
            var next = from.resolve(location);
            if (next.getHost() == null || !isHere(next.getHost()) || next.getPort() != from.getPort()) {
                throw new Elsewhere(location);
            }
            // What the name says is the port that was asked; another address of this machine may lead elsewhere.
            return URI.create("http://127.0.0.1:" + from.getPort() + next.getRawPath() + query(next));
        } catch (IllegalArgumentException e) {
            throw new IOException("redirects to '" + location + "', which is no address", e);
        }
    }

    private static boolean isHere(String host) {
        return host.equals("127.0.0.1") || host.equalsIgnoreCase("localhost");
    }

    private static String query(URI address) {
        return address.getRawQuery() == null ? "" : "?" + address.getRawQuery();
    }

    private HttpResponse<String> get(URI address) throws IOException {
        var request = HttpRequest.newBuilder(address)
                .header("Accept", "text/html, application/json;q=0.9, */*;q=0.8")
                .build();
        var answer = client.sendAsync(request, info -> new BoundedBody(BYTES));
        try {
            return answer.get(deadline.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            answer.cancel(true);
            throw new IOException("does not answer to the end within " + deadline.toSeconds() + " s", e);
        } catch (ExecutionException e) {
            var cause = e.getCause() == null ? e : e.getCause();
            throw new IOException("does not answer (" + cause + ")", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("was not waited for", e);
        }
    }
}
