package dev.datastack.probe.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.datastack.probe.server.TestServer;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The promises of {@code http}. */
abstract class HttpContract extends ContractSuite {
    private static final String AIRFLOW =
            "{\"metadatabase\": {\"status\": \"healthy\"}, \"dag_processor\": {\"status\": \"unhealthy\"},"
                    + " \"jobs\": [1, {\"ok\": true}], \"näme\": \"grün\"}";

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
            assertThat(run("http", server.url("/a?b=c#d")).exitCode()).isZero();
            assertThat(request.get())
                    .isEqualTo("GET /a?b=c HTTP/1.1\r\nHost: " + server.hostPort()
                            + "\r\nUser-Agent: healthcheck\r\nAccept: */*\r\nConnection: close\r\n\r\n");
        }
    }

    @ParameterizedTest
    @CsvSource({"metadatabase.status=healthy", "jobs.0=1", "jobs.1.ok=true", "näme=grün"})
    void a_json_value_that_fits_is_healthy(String expectation) {
        try (TestServer server = TestServer.json(AIRFLOW)) {
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
        try (TestServer server = TestServer.json(AIRFLOW)) {
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
    void control_characters_of_the_server_do_not_reach_the_line() {
        try (TestServer server = TestServer.json("{\"a\":\"x\\u001b[2J\\ny\"}")) {
            unhealthy(
                    run("http", server.url("/"), "--json", "a=b"),
                    "a is x?[2J?y, expected b (" + server.url("/") + ")");
        }
    }
}
