package dev.datastack.acceptance.soak;

import static org.assertj.core.api.Assertions.assertThat;

import dev.datastack.acceptance.doors.PgAdminDoor;
import dev.datastack.acceptance.stack.Project;
import dev.datastack.acceptance.stack.StackCommand;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import tools.jackson.databind.json.JsonMapper;

/** What people and programs do with a stack, over and over. */
final class Work {
    private final Project project;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String airflowPassword;
    private final String pgadminPassword;
    private int month;

    Work(Project project) {
        this.project = project;
        this.airflowPassword = project.secret("airflow-webserver", "admin-password");
        this.pgadminPassword = project.secret("pgadmin", "admin-password");
    }

    /** Someone looks, and someone else asks for pages without ever logging in. */
    void look() {
        assertThat(StackCommand.run(project.shell(), "status").well()).isTrue();
        for (var page : new String[] {"/", "/api/v2/version", "/api/v2/monitor/health"}) {
            assertThat(status(airflow(page).GET().build())).isLessThan(500);
        }
        for (var page : new String[] {"/", "/login", "/browser/"}) {
            assertThat(status(request(project.ports().pgadmin(), page).GET().build()))
                    .isLessThan(500);
        }
    }

    /** Both logins, and one month of Airflow's is cleared, so that its task runs again. */
    void clearMonth() {
        assertThat(new PgAdminDoor(project.ports().pgadmin()).opensFor(pgadminPassword))
                .isTrue();
        month = month % 12 + 1;
        var day = "2013-%02d-01T00:00:00Z".formatted(month);
        var body =
                "{\"dry_run\": false, \"only_failed\": false, \"reset_dag_runs\": true, \"start_date\": \"%s\", \"end_date\": \"%s\"}"
                        .formatted(day, day);
        var clear = airflow("/api/v2/dags/flights_month/clearTaskInstances")
                .header("Authorization", "Bearer " + token())
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build();
        assertThat(status(clear)).isEqualTo(200);
    }

    private String token() {
        var body = "{\"username\": \"admin\", \"password\": \"" + airflowPassword + "\"}";
        var login = airflow("/auth/token")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build();
        return JsonMapper.shared()
                .readTree(answer(login).body())
                .path("access_token")
                .asString();
    }

    private HttpRequest.Builder airflow(String path) {
        return request(project.ports().airflow(), path);
    }

    private static HttpRequest.Builder request(int port, String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(Duration.ofMinutes(1));
    }

    private int status(HttpRequest request) {
        return answer(request).statusCode();
    }

    private HttpResponse<String> answer(HttpRequest request) {
        try {
            return client.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError(request.uri() + " did not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }
}
