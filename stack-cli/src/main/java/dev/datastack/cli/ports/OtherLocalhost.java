package dev.datastack.cli.ports;

import dev.datastack.cli.docker.ComposeModel;
import dev.datastack.cli.docker.ComposeModel.Port;
import java.nio.file.Path;
import java.util.List;

/**
 * {@code localhost} is two addresses. The stack publishes on 127.0.0.1; where something else listens on ::1, a browser that
 * is told localhost opens that.
 */
public final class OtherLocalhost {
    private static final String SIXTH = "::1";

    private final ListeningProcess processes = new ListeningProcess(Path.of("/proc"));

    /** A line for each port where that is so. */
    public List<String> warnings(ComposeModel model) {
        return model.ports().stream()
                .filter(port -> port.hostIp().equals("127.0.0.1"))
                .filter(port -> Loopback.answers(SIXTH, port.published()))
                .map(this::warning)
                .toList();
    }

    private String warning(Port port) {
        return "stack: on [::1]:" + port.published() + " something else answers"
                + processes
                        .onSixth(port.published())
                        .map(holder -> ", " + holder)
                        .orElse("")
                + "; 'localhost:" + port.published() + "' may lead there, 127.0.0.1:" + port.published()
                + " leads to " + port.service();
    }
}
