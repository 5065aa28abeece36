package dev.datastack.acceptance.doors;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** pgAdmin's login form, without a browser. */
public record PgAdminDoor(int port) {
    private static final Pattern TOKEN =
            Pattern.compile("csrfToken&#34;: &#34;([^&]+)&#34;|\"csrfToken\": \"([^\"]+)\"");
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    public boolean opensFor(String password) {
        var answer = answerTo(password);
        return answer.statusCode() == 302
                && !answer.headers().firstValue("Location").orElse("").contains("/login");
    }

    HttpResponse<Void> answerTo(String password) {
        var client = HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
        try {
            var page = client.send(request("/login").GET().build(), BodyHandlers.ofString())
                    .body();
            return client.send(
                    request("/authenticate/login")
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(BodyPublishers.ofString(form(token(page), password)))
                            .build(),
                    BodyHandlers.discarding());
        } catch (IOException e) {
            throw new AssertionError("pgAdmin on port " + port + " did not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted while logging in", e);
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(PATIENCE);
    }

    private static String token(String page) {
        var matcher = TOKEN.matcher(page);
        if (!matcher.find()) {
            throw new AssertionError("no CSRF token in pgAdmin's login page:\n" + page);
        }
        return matcher.group(1) != null ? matcher.group(1) : matcher.group(2);
    }

    private static String form(String token, String password) {
        return Map.of(
                        "csrf_token",
                        token,
                        "email",
                        "admin@example.com",
                        "password",
                        password,
                        "internal_button",
                        "Login")
                .entrySet()
                .stream()
                .map(one -> one.getKey() + "=" + URLEncoder.encode(one.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
