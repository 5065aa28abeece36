package dev.datastack.cli.ports;

import dev.datastack.cli.docker.ComposeModel.Port;
import dev.datastack.cli.docker.ServiceState;
import dev.datastack.cli.settings.Settings;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Ports of the host that several services of one project want. The service that holds the port keeps it; while nobody does,
 * it is one whose number nobody has written to .env.
 */
record PortClaims(List<Port> ports, List<ServiceState> states, PortVariables variables, Settings settings) {

    /** The one that keeps the port where another than this one does. */
    Optional<Port> winnerOver(Port port) {
        var rivals = rivals(port);
        return rivals.size() == 1
                ? Optional.empty()
                : rivals.stream()
                        .min(Comparator.comparing((Port rival) -> !isHeldBy(rival))
                                .thenComparing(this::isWritten))
                        .filter(winner -> !winner.equals(port));
    }

    /** The variable that moves this port, and no other. */
    Optional<String> variable(Port port) {
        return variables.holding(
                port, rivals(port).stream().anyMatch(rival -> !rival.service().equals(port.service())));
    }

    private List<Port> rivals(Port port) {
        return ports.stream().filter(other -> clash(port, other)).distinct().toList();
    }

    private boolean isHeldBy(Port port) {
        return states.stream()
                .anyMatch(state ->
                        state.service().equals(port.service()) && state.ports().contains(port.published()));
    }

    private boolean isWritten(Port port) {
        return variable(port).flatMap(settings::kept).isPresent();
    }

    /** All addresses of IPv4 are 0.0.0.0, all of IPv6 are ::. */
    private static boolean clash(Port one, Port other) {
        boolean sixth = one.hostIp().contains(":");
        var all = sixth ? "::" : "0.0.0.0";
        return one.published() == other.published()
                && sixth == other.hostIp().contains(":")
                && (one.hostIp().equals(other.hostIp())
                        || one.hostIp().equals(all)
                        || other.hostIp().equals(all));
    }
}
