package dev.datastack.cli.up;

import dev.datastack.cli.docker.Compose;
import dev.datastack.cli.docker.Container;
import dev.datastack.cli.docker.ContainerHealth;
import dev.datastack.cli.docker.ContainerState;
import dev.datastack.cli.docker.Docker;
import dev.datastack.cli.docker.ServiceEvent;
import dev.datastack.cli.docker.ServiceState;
import dev.datastack.cli.up.progress.Seen;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The project's containers, look by look, and what this start need not answer for. */
final class Watched {
    private final Compose compose;
    private final Docker docker;
    private final List<ServiceEvent> events = new ArrayList<>();
    private Map<String, Container> before = Map.of();
    private List<ServiceState> states = List.of();

    Watched(Compose compose, Docker docker) {
        this.compose = compose;
        this.docker = docker;
    }

    /** From another thread than the looks. */
    synchronized void note(ServiceEvent event) {
        if (event.kind() != ServiceEvent.Kind.OTHER) {
            events.add(event);
        }
    }

    synchronized List<ServiceEvent> events() {
        return List.copyOf(events);
    }

    /** Ends and restarts that are seen now are older than this start. */
    List<Container> rememberTheOld() {
        var old = docker.inspectAll(compose.states());
        before = old.stream().collect(Collectors.toMap(Container::id, Function.identity(), (one, same) -> one));
        return old;
    }

    List<Seen> look() {
        states = compose.states();
        var details =
                docker.inspectAll(states.stream().filter(Watched::hasMoreToTell).toList());
        return states.stream().map(state -> seen(state, details)).toList();
    }

    List<ServiceState> lastStates() {
        return states;
    }

    /** Only {@code inspect} counts restarts and tells one end from another; of what is well it has no news. */
    private static boolean hasMoreToTell(ServiceState state) {
        return state.state() == ContainerState.RESTARTING
                || state.state().isOver()
                || (state.isRunning() && state.health() != ContainerHealth.HEALTHY);
    }

    private Seen seen(ServiceState state, List<Container> details) {
        return details.stream()
                .filter(detail -> detail.isOf(state))
                .findFirst()
                .map(detail -> seen(state, detail))
                .orElse(new Seen(state, 0, false, false));
    }

    private Seen seen(ServiceState state, Container detail) {
        var old = Optional.ofNullable(before.get(detail.id()));
        int oldRestarts = old.map(Container::restartCount).orElse(0);
        // The engine counts from zero again when somebody starts the container.
        int restarts =
                detail.restartCount() >= oldRestarts ? detail.restartCount() - oldRestarts : detail.restartCount();
        var same = old.filter(
                then -> then.state().finishedAt().equals(detail.state().finishedAt()));
        return new Seen(state, restarts, same.isPresent(), detail.comesBack());
    }
}
