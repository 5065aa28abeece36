package dev.datastack.probe.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.datastack.probe.server.TestServer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The promises of {@code http}. */
abstract class HttpContract extends ContractSuite {
    private static final String AIRFLOW =
            "{\"metadatabase\": {\"status\": \"healthy\"}, \"dag_processor\": {\"status\": \"unhealthy\","
                    + " \"latest_dag_processor_heartbeat\": \"%s\"}, \"jobs\": [1, {\"ok\": true}], \"näme\": \"grün\"}";

    @Test
    void a_page_that_answers_is_healthy() {
        try (TestServer server = TestServer.json("{}")) {
            healthy(run("http", server.url("/health")), server.url("/health") + " answers 200");
        }
    }

    @ParameterizedTest
    @CsvSource({"500,", "404,", "302,", "200,201-299", "200,'404,500-599'"})
    void a_status_outside_the_range_is_unhealthy(int status, String range) {
        try (TestServer server = TestServer.http("HTTP/1.1 " + status + " Whatever\r\nContent-Length: 0\r\n\r\n")) {
            String wanted = range == null ? "200-299" : range;
            unhealthy(
                    run("http", server.url("/"), "--status", wanted),
                    "answers " + status + ", expected " + wanted + " (" + server.url("/") + ")");
        }
    }

    @ParameterizedTest
    @CsvSource({"404,404", "301,'200,300-399'", "200,100-599"})
    void a_status_inside_the_range_is_healthy(int status, String range) {
        try (TestServer server = TestServer.http("HTTP/1.1 " + status + "\r\nContent-Length: 0\r\n\r\n")) {
            healthy(run("http", server.url("/"), "--status=" + range), server.url("/") + " answers " + status);
        }
    }

    @Test
    void a_redirect_is_not_followed_but_named() {
        try (TestServer server =
                TestServer.http("HTTP/1.1 302 Found\r\nLocation: /login\r\nContent-Length: 0\r\n\r\n")) {
            unhealthy(
                    run("http", server.url("/")),
                    "answers 302 and points to /login, expected 200-299 (" + server.url("/") + ")");
        }
    }

    @Test
    void the_request_is_what_a_server_expects() {
        AtomicReference<String> request = new AtomicReference<>("");
        TestServer.Talk talk = client -> {
            request.set(TestServer.readRequest(client.getInputStream()));
            client.getOutputStream()
                    .write("HTTP/1.1 204 No Content\r\n\r\n".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        };
        try (TestServer server = new TestServer(talk)) {
            assertThat(run("http", server.url("/a?b=c#d"), "--header", "X-Who: me")
                            .exitCode())
                    .isZero();
            assertThat(request.get())
                    .startsWith("GET /a?b=c HTTP/1.1\r\nHost: " + server.hostPort() + "\r\n")
                    .contains("\r\nConnection: close\r\n")
                    .endsWith("\r\nX-Who: me\r\n\r\n");
        }
    }

    @ParameterizedTest
    @CsvSource({"metadatabase.status=healthy", "jobs.0=1", "jobs.1.ok=true", "näme=grün"})
    void a_json_value_that_fits_is_healthy(String expectation) {
        try (TestServer server = TestServer.json(AIRFLOW.formatted("never"))) {
            String found = expectation.replace("=", " is ");
            healthy(run("http", server.url("/"), "--json", expectation), server.url("/") + " answers 200, " + found);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "dag_processor.status=healthy,'dag_processor.status is unhealthy, expected healthy'",
        "scheduler.status=healthy,'scheduler.status is absent, expected healthy'",
        "dag_processor=healthy,'dag_processor is an object, expected healthy'",
        "jobs=x,'jobs is an array, expected x'",
        "jobs.1.ok=false,'jobs.1.ok is true, expected false'"
    })
    void a_json_value_that_does_not_fit_is_unhealthy_and_shown(String expectation, String reason) {
        try (TestServer server = TestServer.json(AIRFLOW.formatted("never"))) {
            unhealthy(run("http", server.url("/"), "--json", expectation), reason + " (" + server.url("/") + ")");
        }
    }

    @Test
    void every_expectation_must_hold() {
        try (TestServer server = TestServer.json("{\"a\":\"1\",\"b\":\"2\"}")) {
            assertThat(run("http", server.url("/"), "--json", "a=1", "--json", "b=2")
                            .exitCode())
                    .isZero();
            assertThat(run("http", server.url("/"), "--json", "a=1", "--json", "b=3")
                            .exitCode())
                    .isEqualTo(1);
        }
    }

    @Test
    void an_old_heartbeat_is_unhealthy_and_its_age_named() {
        String moment = Instant.now().minusSeconds(94).toString();
        try (TestServer server = TestServer.json(AIRFLOW.formatted(moment))) {
            var result = run("http", server.url("/"), "--json-age", "dag_processor.latest_dag_processor_heartbeat<30s");
            assertThat(result.line())
                    .matches("unhealthy: dag_processor.latest_dag_processor_heartbeat is (9[4-9]|1\\d\\d) s old,"
                            + " must be under 30 s \\(http://.*\\)");
            assertThat(result.exitCode()).isEqualTo(1);
        }
    }

    @Test
    void a_fresh_heartbeat_is_healthy_in_each_way_to_write_a_time() {
        Instant now = Instant.now();
        for (String moment : new String[] {
            "\"" + now + "\"",
            "\"" + now.toString().replace("Z", "+00:00") + "\"",
            "\""
                    + now.truncatedTo(ChronoUnit.SECONDS)
                            .toString()
                            .replace('T', ' ')
                            .replace("Z", "") + "\"",
            String.valueOf(now.getEpochSecond())
        }) {
            try (TestServer server = TestServer.json("{\"beat\":" + moment + "}")) {
                var result = run("http", server.url("/"), "--json-age", "beat<5m");
                assertThat(result.line()).startsWith("healthy: ").contains("beat is ");
            }
        }
    }

    @Test
    void a_heartbeat_that_is_no_time_or_from_the_future_is_unhealthy() {
        String later = Instant.now().plusSeconds(3600).toString();
        for (String moment : new String[] {"null", "\"soon\"", "\"" + later + "\"", "{}", "true", "-1"}) {
            try (TestServer server = TestServer.json("{\"beat\":" + moment + "}")) {
                assertThat(run("http", server.url("/"), "--json-age", "beat<5m").exitCode())
                        .isEqualTo(1);
            }
        }
    }

    @Test
    void an_expected_header_is_looked_at() {
        try (TestServer server = TestServer.json("{}")) {
            String url = server.url("/");
            assertThat(run("http", url, "--expect-header", "content-type=application/json")
                            .exitCode())
                    .isZero();
            unhealthy(
                    run("http", url, "--expect-header", "Server=x"),
                    "header Server is absent, expected x (" + url + ")");
        }
    }

    @Test
    void a_chunked_answer_is_read() {
        String head = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n";
        String body = "5\r\n{\"a\":\r\n00A;x=y\r\n\"healthy\"}\r\n0\r\nTrailer: 1\r\n\r\n";
        try (TestServer server = TestServer.http(head + body)) {
            assertThat(run("http", server.url("/"), "--json", "a=healthy").exitCode())
                    .isZero();
        }
    }

    @Test
    void an_answer_that_ends_with_the_connection_is_read_and_interim_answers_are_skipped() {
        try (TestServer server = TestServer.http("HTTP/1.1 103 Hints\r\n\r\nHTTP/1.0 200 OK\n\n{\"a\":1}")) {
            assertThat(run("http", server.url("/"), "--json", "a=1").exitCode()).isZero();
        }
    }

    @Test
    void the_body_limit_can_be_raised_and_lowered() {
        try (TestServer server = TestServer.json("{\"a\":1,\"pad\":\"" + "x".repeat(100_000) + "\"}")) {
            String url = server.url("/");
            unhealthy(run("http", url), "the answer is longer than 64 KB (--body-limit) (" + url + ")");
            assertThat(run("http", url, "--body-limit", "1m", "--json", "a=1").exitCode())
                    .isZero();
            assertThat(run("http", url, "--body-limit", "1k").exitCode()).isEqualTo(1);
        }
    }

    @Test
    void a_variable_stands_for_a_flag_and_a_flag_wins() {
        Map<String, String> environment = Map.of("HEALTHCHECK_JSON", "a=1\n b=2 \n", "HEALTHCHECK_STATUS", "500");
        try (TestServer server = TestServer.json("{\"a\":1,\"b\":2}")) {
            assertThat(run(environment, "http", server.url("/")).exitCode()).isEqualTo(1);
            healthy(
                    run(environment, "http", server.url("/"), "--status", "200"),
                    server.url("/") + " answers 200, a is 1, b is 2");
        }
    }

    @Test
    void control_characters_of_the_server_do_not_reach_the_line() {
        try (TestServer server = TestServer.json("{\"a\":\"x\\u001b[2J\\ny\"}")) {
            unhealthy(
                    run("http", server.url("/"), "--json", "a=b"),
                    "a is x?[2J?y, expected b (" + server.url("/") + ")");
        }
    }
}
