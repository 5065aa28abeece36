package dev.datastack.cli.airflow;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Airflow's REST API, as a user of its page has it: over the published port, with a name and a password. */
public final class AirflowApi {
    private static final Duration LIMIT = Duration.ofSeconds(10);
    private static final int NOT_FOUND = 404;
    private static final JsonMapper MAPPER = JsonMapper.shared();

    private final HttpClient client = HttpClient.newBuilder()
            // The port is one of this machine: a proxy of the shell has nothing to do with it.
            .proxy(HttpClient.Builder.NO_PROXY)
            // Asked to change to HTTP/2, Airflow's server answers, but without having read the body.
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(LIMIT)
            .build();
    private final URI address;
    private final String token;

    private AirflowApi(URI address, String user, String password) throws IOException {
        this.address = address;
        var body = MAPPER.writeValueAsString(Map.of("username", user, "password", password));
        var login = HttpRequest.newBuilder(address.resolve("/auth/token"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body));
        this.token = answer(login)
                .map(json -> json.path("access_token").asString(""))
                .orElseThrow(() -> new IOException("there is no login at " + address));
    }

    /**
     * Logs in.
     *
     * @throws IOException when nothing answers there, or the password is refused
     */
    public static AirflowApi logIn(URI address, String user, String password) throws IOException {
        return new AirflowApi(address, user, password);
    }

    /** A run of a DAG; empty when Airflow knows no such run. */
    public Optional<JsonNode> run(Run run) throws IOException {
        return get("dags", run.dag(), "dagRuns", run.run());
    }

    /** The tasks of a run, each with its state; empty when Airflow knows no such run. */
    public Optional<JsonNode> taskInstances(Run run) throws IOException {
        return get("dags", run.dag(), "dagRuns", run.run(), "taskInstances");
    }

    /** The tasks of a DAG, each with those that run after it; empty when Airflow knows no such DAG. */
    public Optional<JsonNode> tasks(String dag) throws IOException {
        return get("dags", dag, "tasks");
    }

    private Optional<JsonNode> get(String... steps) throws IOException {
        var path = Stream.of(steps).map(AirflowApi::encoded).collect(Collectors.joining("/", "/api/v2/", ""));
        return answer(HttpRequest.newBuilder(address.resolve(path)).header("Authorization", "Bearer " + token));
    }

    private Optional<JsonNode> answer(HttpRequest.Builder request) throws IOException {
        try {
            var answer = client.send(request.timeout(LIMIT).build(), BodyHandlers.ofString());
            if (answer.statusCode() == NOT_FOUND) {
                return Optional.empty();
            }
            if (answer.statusCode() / 100 != 2) {
                throw new IOException("status " + answer.statusCode() + " from " + answer.uri());
            }
            return Optional.of(MAPPER.readTree(answer.body()));
        } catch (JacksonException e) {
            throw new IOException("no JSON from " + address, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("the answer was not waited for", e);
        }
    }

    /** Of one step of a path: run ids have colons and plus signs in them. */
    private static String encoded(String step) {
        return URLEncoder.encode(step, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
