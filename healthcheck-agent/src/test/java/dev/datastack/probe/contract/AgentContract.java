package dev.datastack.probe.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.datastack.probe.server.FakeNameserver;
import dev.datastack.probe.server.TestServer;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** All promises of the agent. */
@DisplayNameGeneration(ReplaceUnderscores.class)
abstract class AgentContract extends PostgresContract {
    @TempDir
    Path folder;

    @Test
    void help_names_every_probe_and_exits_0() {
        var result = run("--help");
        assertThat(result.exitCode()).isZero();
        assertThat(result.out()).contains("http URL", "tcp HOST:PORT", "postgres HOST:PORT[/DB]", "file PATH", "wait");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ping localhost",
                "tcp",
                "tcp localhost",
                "tcp localhost:0",
                "tcp localhost:65536",
                "tcp ::1:80",
                "tcp a..b:80",
                "tcp a:1 b:2",
                "http localhost:80",
                "http http://a/ --status 20x",
                "http http://a/ --json x",
                "http http://a/ --json a..b=1",
                "http http://a/ --body-limit 2m",
                "http http://a/ --nonsense",
                "http http://a/ --newer-than 3s",
                "http http://user@a/",
                "http http://a/ --status",
                "postgres localhost",
                "postgres localhost:5432/",
                "file /tmp/x",
                "file /tmp/x --newer-than yesterday",
                "tcp a:1 --timeout 0s",
                "tcp a:1 --timeout 1d",
                "tcp a:1 --nameserver name",
                "tcp a:1 --and",
                "tcp a:1 --and wait tcp a:1",
                "wait",
                "wait --for 2h tcp a:1"
            })
    void a_wrong_command_line_exits_2_and_points_to_the_help(String line) {
        misused(run(line.isEmpty() ? new String[0] : line.split(" ")), "");
    }

    @Test
    void https_is_refused_with_the_way_out() {
        misused(run("http", "https://localhost/"), "no TLS");
    }

    @Test
    void a_port_somebody_listens_on_is_healthy_by_address_and_by_name() {
        try (TestServer server = new TestServer(client -> {})) {
            healthy(run("tcp", server.hostPort()), server.hostPort() + " accepts connections");
            assertThat(run("tcp", "localhost:" + server.port()).exitCode()).isZero();
        }
    }

    @Test
    void an_ipv6_literal_is_understood() throws IOException {
        try (TestServer server = new TestServer(client -> {}, InetAddress.getAllByName("::1")[0])) {
            String target = "[::1]:" + server.port();
            healthy(run("tcp", target), target + " accepts connections");
        }
    }

    @Test
    void a_port_nobody_listens_on_is_unhealthy() {
        unhealthy(run("tcp", "127.0.0.1:1"), "127.0.0.1:1: refused by 127.0.0.1");
        unhealthy(run("tcp", "[::1]:1"), "[::1]:1: refused by 0:0:0:0:0:0:0:1");
    }

    @Test
    void a_name_is_looked_up_at_the_name_server() {
        try (TestServer server = new TestServer(client -> {});
                FakeNameserver names = new FakeNameserver(query -> FakeNameserver.address(query, 127, 0, 0, 1))) {
            String target = "my_service:" + server.port();
            healthy(run("tcp", target, "--nameserver", names.hostPort()), target + " accepts connections");
        }
    }

    @Test
    void an_unknown_name_is_unhealthy() {
        try (FakeNameserver names = new FakeNameserver(query -> FakeNameserver.reply(query, 3, 0))) {
            unhealthy(
                    run("tcp", "gone:80", "--nameserver", names.hostPort()),
                    "gone:80: name \"gone\" is not known (asked " + names.hostPort() + ")");
        }
    }

    @Test
    void a_silent_name_server_is_unhealthy_within_the_timeout() {
        try (FakeNameserver names = new FakeNameserver(query -> new byte[0])) {
            var result = run("tcp", "db:80", "--timeout", "700ms", "--nameserver", names.hostPort());
            unhealthy(
                    result,
                    "db:80: no answer within 700 ms: name server " + names.hostPort() + " is silent about \"db\"");
            inTime(result, 700);
        }
    }

    @Test
    void a_fresh_file_is_healthy_and_an_old_or_absent_one_is_not() throws IOException {
        Path beat = folder.resolve("beat");
        unhealthy(run("file", beat.toString(), "--newer-than", "30s"), beat + " does not exist");
        Files.createFile(beat);
        assertThat(run("file", beat.toString(), "--newer-than", "5m").line()).startsWith("healthy: " + beat + " is ");
        Files.setLastModifiedTime(beat, FileTime.from(Instant.now().minusSeconds(3600)));
        unhealthy(run("file", beat.toString(), "--newer-than", "30s"), beat + " is 60 min old, must be under 30 s");
        Files.setLastModifiedTime(beat, FileTime.from(Instant.now().plusSeconds(3600)));
        assertThat(run("file", beat.toString(), "--newer-than", "30s").line()).contains("in the future");
        unhealthy(run("file", folder.toString(), "--newer-than", "30s"), folder + " is not a regular file");
    }

    @Test
    void several_probes_in_one_command_must_all_be_well_and_all_failures_are_named() {
        try (TestServer server = new TestServer(client -> {})) {
            String up = server.hostPort();
            healthy(run("tcp", up, "--and", "tcp", up), up + " accepts connections; " + up + " accepts connections");
            unhealthy(
                    run("tcp", up, "--and", "tcp", "127.0.0.1:1", "--and", "file", "/gone", "--newer-than", "1s"),
                    "127.0.0.1:1: refused by 127.0.0.1; /gone does not exist");
        }
    }

    @Test
    void wait_asks_again_until_all_is_well() {
        AtomicInteger calls = new AtomicInteger();
        TestServer.Talk talk = client -> {
            TestServer.readRequest(client.getInputStream());
            String status = calls.incrementAndGet() < 3 ? "503 Soon" : "200 OK";
            client.getOutputStream()
                    .write(("HTTP/1.1 " + status + "\r\nContent-Length: 0\r\n\r\n").getBytes(StandardCharsets.UTF_8));
        };
        try (TestServer server = new TestServer(talk)) {
            healthy(run("wait", "--for", "60s", "http", server.url("/")), server.url("/") + " answers 200");
            assertThat(calls).hasValue(3);
        }
    }

    @Test
    void wait_gives_up_at_its_deadline_with_the_last_reason() {
        var result = run("wait", "--for", "400ms", "tcp", "127.0.0.1:1");
        assertThat(result.line())
                .matches("unhealthy: 127.0.0.1:1: refused by 127.0.0.1 \\(asked \\d times in 400 ms\\)");
        assertThat(result.exitCode()).isEqualTo(1);
        inTime(result, 400);
    }

    @Test
    void quiet_is_silent_when_healthy_and_only_then() {
        try (TestServer server = new TestServer(client -> {})) {
            assertThat(run("--quiet", "tcp", server.hostPort()).line()).isEmpty();
            assertThat(run("--quiet", "tcp", "127.0.0.1:1").line()).isNotEmpty();
        }
    }
}
