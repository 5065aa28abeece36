package dev.datastack.cli.ports;

import dev.datastack.cli.docker.ComposeModel;
import dev.datastack.cli.docker.ComposeModel.Port;
import dev.datastack.cli.docker.Docker;
import dev.datastack.cli.docker.ServiceState;
import dev.datastack.cli.problem.Problem;
import dev.datastack.cli.problem.StackException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;

/** Tries every port of the host that the stack publishes, before anything starts. */
public final class PortCheck {
    private final Docker docker;
    private final ListeningProcess processes;

    public PortCheck(Docker docker) {
        this.docker = docker;
        this.processes = new ListeningProcess(Path.of("/proc"));
    }

    /** Ports that the project's own containers hold are where they belong. */
    public void require(ComposeModel model, List<ServiceState> states) {
        var ours = states.stream()
                .filter(ServiceState::isRunning)
                .flatMap(state -> state.ports().stream())
                .toList();
        model.ports().stream()
                .filter(port -> !ours.contains(port.published()))
                .filter(port -> !isFree(port))
                .findFirst()
                .ifPresent(port -> {
                    throw taken(port);
                });
    }

    private static boolean isFree(Port port) {
        try (var socket = new ServerSocket()) {
            // Without it a port that a stopped stack has just left would look taken for a minute.
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(port.hostIp(), port.published()));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private StackException taken(Port port) {
        var what = port.published() + ", which " + port.service() + " publishes, is held by " + holder(port) + ".";
        return new StackException(
                Problem.PORT_TAKEN, what, "to bind " + port.hostIp() + ":" + port.published(), cure(port));
    }

    private String holder(Port port) {
        return docker.publishersOf(port.published()).stream()
                .findFirst()
                .map(publisher -> "the container " + publisher.container()
                        + (publisher.project().isEmpty() ? "" : " of the project " + publisher.project()))
                .or(() -> processes.on(port.published()))
                .orElse("something that does not show itself to you");
    }

    private static String cure(Port port) {
        return port.variable().isEmpty()
                ? "stop that, or change the port in docker-compose.yml"
                : "stop that, or put " + port.variable() + "=" + freeNear(port) + " into .env";
    }

    private static int freeNear(Port port) {
        int candidate = port.published() + 1;
        while (candidate < 65_535
                && !isFree(new Port(port.service(), port.hostIp(), candidate, port.target(), port.variable()))) {
            candidate++;
        }
        return candidate;
    }
}
