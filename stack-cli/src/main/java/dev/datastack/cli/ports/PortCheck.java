package dev.datastack.cli.ports;

import dev.datastack.cli.docker.ComposeModel;
import dev.datastack.cli.docker.ComposeModel.Port;
import dev.datastack.cli.docker.ContainerState;
import dev.datastack.cli.docker.Docker;
import dev.datastack.cli.docker.ServiceState;
import dev.datastack.cli.problem.StackException;
import dev.datastack.cli.settings.Settings;
import dev.datastack.cli.terminal.Terminal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;

/** Tries every port of the host that the stack publishes, before anything starts, and offers free ones for those taken. */
public final class PortCheck {
    private static final int LAST = 65_535;

    private final Docker docker;
    private final PortVariables variables;
    private final Settings settings;
    private final Terminal terminal;
    private final ListeningProcess processes = new ListeningProcess(Path.of("/proc"));

    public PortCheck(Docker docker, PortVariables variables, Settings settings, Terminal terminal) {
        this.docker = docker;
        this.variables = variables;
        this.settings = settings;
        this.terminal = terminal;
    }

    /**
     * Whether free ports were taken instead, and written to {@code .env}; ends with an exception where a port is taken and
     * stays so. Ports that the project's own containers hold are where they belong.
     */
    public boolean settle(ComposeModel model, List<ServiceState> states, boolean yes) {
        var taken = taken(model, states);
        if (taken.isEmpty()) {
            return false;
        }
        var refusal = PortRefusal.of(taken, width());
        if (!taken.stream().allMatch(TakenPort::isMovable) || !(yes || agrees(refusal, taken))) {
            throw refusal;
        }
        for (var port : taken) {
            var name = port.variable().orElseThrow();
            settings.keep(name, String.valueOf(port.free()));
            terminal.say("settings: " + port.setting() + " written to .env, because "
                    + port.port().published() + " is taken by " + port.holder());
        }
        return true;
    }

    /** The same without a question and without a change; ends with an exception where a port is taken. */
    public void require(ComposeModel model, List<ServiceState> states) {
        var taken = taken(model, states);
        if (!taken.isEmpty()) {
            throw PortRefusal.of(taken, width());
        }
    }

    /** A file has room for the whole table; on a screen each line has an indent. */
    private int width() {
        return terminal.isScreen() ? terminal.columns() - PortRefusal.INDENT : Integer.MAX_VALUE;
    }

    private boolean agrees(StackException refusal, List<TakenPort> taken) {
        if (!terminal.hasPerson()) {
            return false;
        }
        refusal.evidence().forEach(terminal::say);
        var settings = taken.stream().map(TakenPort::setting).collect(Collectors.joining(", "));
        return terminal.agrees("Write " + settings + " to .env, and go on?");
    }

    private List<TakenPort> taken(ComposeModel model, List<ServiceState> states) {
        var ours = states.stream()
                .filter(state -> state.isRunning() || state.state() == ContainerState.PAUSED)
                .flatMap(state -> state.ports().stream())
                .toList();
        var claims = new PortClaims(model.ports(), states, variables, settings);
        var given = new HashSet<>(model.ports().stream().map(Port::published).toList());
        var taken = new ArrayList<TakenPort>();
        for (var port : model.ports()) {
            var winner = claims.winnerOver(port);
            if (winner.isPresent()
                    || (!ours.contains(port.published()) && !Loopback.isFree(port.hostIp(), port.published()))) {
                int free = port.published();
                while (free < LAST && (given.contains(free) || !isFreeForAll(port.hostIp(), free))) {
                    free++;
                }
                given.add(free);
                var variable = claims.variable(port);
                var fixed = variable.filter(settings::isFixed).isPresent();
                var holder = winner.map(other -> holder(port, other)).orElseGet(() -> holder(port));
                taken.add(new TakenPort(port, holder, winner.isPresent(), variable, fixed, free));
            }
        }
        return taken;
    }

    /** Nor does another page open for who types localhost. */
    private static boolean isFreeForAll(String address, int port) {
        return Loopback.isFree(address, port) && !Loopback.answers("::1", port);
    }

    private static String holder(Port port, Port winner) {
        return winner.service().equals(port.service())
                ? "the same service, on " + winner.hostIp()
                : "the service " + winner.service() + " of this project";
    }

    private String holder(Port port) {
        return docker.publishersOf(port.published()).stream()
                .findFirst()
                .map(publisher -> "the container " + publisher.container()
                        + (publisher.project().isEmpty() ? "" : " of the project " + publisher.project()))
                .or(() -> processes.on(port.published()))
                .orElse("an unknown process");
    }
}
