package dev.datastack.cli.grade;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/** Opens a page on this machine, as a browser would: redirects are followed. */
final class Page {
    private static final Duration LIMIT = Duration.ofSeconds(15);

    private final HttpClient client = HttpClient.newBuilder()
            .followRedirects(Redirect.NORMAL)
            .connectTimeout(LIMIT)
            .build();

    /** What is wrong with it; empty when it answers and says what it is. */
    Optional<String> fault(int port, String brand) {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/"))
                .timeout(LIMIT)
                .header("Accept", "text/html")
                .build();
        try {
            var answer = client.send(request, BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                return Optional.of("answers with status " + answer.statusCode());
            }
            return answer.body().toLowerCase(Locale.ROOT).contains(brand)
                    ? Optional.empty()
                    : Optional.of("answers, but its page does not say '" + brand + "'");
        } catch (IOException e) {
            return Optional.of("does not answer (" + e + ")");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.of("was not waited for");
        }
    }
}
