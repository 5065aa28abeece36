package dev.datastack.probe.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.datastack.probe.contract.ProcessAgent;
import dev.datastack.probe.server.FakePostgres;
import dev.datastack.probe.server.TestServer;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/**
 * When a reset reaches a probe is up to the machine. So the probe is stopped until the kernel knows of the reset: then
 * the next thing that it does is to send into a connection that is gone.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
abstract class ResetSuite {
    abstract ProcessAgent agent();

    @Test
    void a_connection_that_is_reset_before_the_probe_sends_is_unhealthy() {
        CompletableFuture<Process> probe = new CompletableFuture<>();
        try (TestServer server = new TestServer(client -> resetWhileStopped(client, probe.join()))) {
            var result = agent().run(List.of("postgres", server.hostPort(), "--timeout", "30s"), probe::complete);
            assertThat(Refused.check(result, 30_000, "")).contains("connection to 127.0.0.1 broke while sending");
        }
    }

    private static void resetWhileStopped(Socket client, Process probe) throws IOException, InterruptedException {
        FakePostgres.readStartup(new DataInputStream(client.getInputStream()));
        signal("STOP", probe);
        while (!isStopped(probe)) {
            Thread.sleep(5);
        }
        client.getOutputStream().write(FakePostgres.scramOffer());
        client.setSoLinger(true, 0);
        client.close();
        while (isConnected(client.getPort())) {
            Thread.sleep(5);
        }
        signal("CONT", probe);
    }

    private static void signal(String name, Process probe) throws IOException, InterruptedException {
        assertThat(new ProcessBuilder("kill", "-" + name, Long.toString(probe.pid()))
                        .start()
                        .waitFor())
                .isZero();
    }

    private static boolean isStopped(Process probe) throws IOException {
        try (var threads = Files.list(Path.of("/proc", Long.toString(probe.pid()), "task"))) {
            for (Path thread : threads.toList()) {
                String status = Files.readString(thread.resolve("stat"));
                if (!status.startsWith(") T", status.lastIndexOf(')'))) {
                    return false;
                }
            }
        }
        return true;
    }

    /** The kernel's tables name a connection by both of its ends, and forget it when it is reset. */
    private static boolean isConnected(int localPort) throws IOException {
        String local = "\\s*\\d+: [0-9A-F]+:%04X .*".formatted(localPort);
        for (String table : List.of("/proc/net/tcp", "/proc/net/tcp6")) {
            Path file = Path.of(table);
            if (Files.exists(file) && Files.readAllLines(file).stream().anyMatch(line -> line.matches(local))) {
                return true;
            }
        }
        return false;
    }
}
