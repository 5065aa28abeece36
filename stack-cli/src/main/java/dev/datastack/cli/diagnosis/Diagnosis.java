package dev.datastack.cli.diagnosis;

import dev.datastack.cli.docker.Container;
import dev.datastack.cli.docker.ServiceEvent;
import dev.datastack.cli.docker.ServiceState;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * Puts together what the engine tells of a container in three places. Its events count because {@code inspect} forgets how
 * a container ended when it starts again, and with it that it was killed because it was out of memory.
 */
public final class Diagnosis {
    /** 128 and the number of the signal that cannot be caught, which is the kernel's way with who takes too much. */
    private static final int KILLED = 137;

    private final List<ServiceEvent> events;
    private final Map<String, String> memoryUse;

    /** {@code memoryUse} by the container's name. */
    public Diagnosis(List<ServiceEvent> events, Map<String, String> memoryUse) {
        this.events = List.copyOf(events);
        this.memoryUse = memoryUse;
    }

    public How of(ServiceState state, Container detail) {
        // One that did not end when it was asked to is killed, too.
        var asked = own(detail, ServiceEvent.Kind.STOPPED).findAny().isPresent();
        boolean stopped = asked && state.state().isOver() && lastExit(detail) != KILLED;
        int kills = (int) own(detail, ServiceEvent.Kind.OUT_OF_MEMORY).count();
        var seen = detail.state().oomKilled() || kills > 0;
        var killed = !asked && detail.hostConfig().memory() > 0 && lastExit(detail) == KILLED;
        if (killed && !seen && own(detail, ServiceEvent.Kind.ENDED).findAny().isEmpty()) {
            return new How.Killed();
        }
        if ((seen && !stopped) || killed) {
            var use = state.isRunning() ? memoryUse.getOrDefault(state.name(), "") : "";
            return new How.KilledForMemory(seen, kills, detail.hostConfig().memory(), use);
        }
        if (!detail.state().error().isEmpty()) {
            return new How.NotStarted(detail.state().error());
        }
        if (detail.restartCount() > 0) {
            return new How.Restarted(detail.restartCount(), lastExit(detail));
        }
        return state.state().isOver()
                ? new How.Ended(detail.state().exitCode())
                : new How.Stands(state.state(), state.health());
    }

    private int lastExit(Container detail) {
        return own(detail, ServiceEvent.Kind.ENDED)
                .map(ServiceEvent::exitCode)
                .flatMapToInt(OptionalInt::stream)
                .reduce((earlier, later) -> later)
                .orElse(detail.state().exitCode());
    }

    private java.util.stream.Stream<ServiceEvent> own(Container detail, ServiceEvent.Kind kind) {
        return events.stream()
                .filter(event -> event.kind() == kind)
                .filter(event -> event.container().equals(detail.id()));
    }
}
