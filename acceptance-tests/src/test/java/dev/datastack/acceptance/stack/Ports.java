package dev.datastack.acceptance.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;

/** The three ports of a stack on this machine. */
public record Ports(int airflow, int pgadmin, int postgres) {
    /** Ports that nobody listens on; held together for a moment, so that they differ. */
    static Ports free() {
        var here = InetAddress.getLoopbackAddress();
        try (var one = new ServerSocket(0, 1, here);
                var two = new ServerSocket(0, 1, here);
                var three = new ServerSocket(0, 1, here)) {
            return new Ports(one.getLocalPort(), two.getLocalPort(), three.getLocalPort());
        } catch (IOException e) {
            throw new UncheckedIOException("no free port on 127.0.0.1", e);
        }
    }

    Map<String, String> environment() {
        return Map.of(
                "AIRFLOW_PORT", String.valueOf(airflow),
                "PGADMIN_PORT", String.valueOf(pgadmin),
                "POSTGRES_PORT", String.valueOf(postgres));
    }
}
