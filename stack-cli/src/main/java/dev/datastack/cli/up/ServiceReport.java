package dev.datastack.cli.up;

import dev.datastack.cli.diagnosis.Diagnosis;
import dev.datastack.cli.diagnosis.How;
import dev.datastack.cli.docker.Compose;
import dev.datastack.cli.docker.Container;
import dev.datastack.cli.docker.Docker;
import dev.datastack.cli.docker.ServiceState;
import java.util.ArrayList;
import java.util.List;

/** Says of services that are not well what the engine knows: how they ended, their last probe, their last lines. */
final class ServiceReport {
    /** A service that is not well: what became of it, and what its health check said last. */
    record Cause(String service, How how, String lastProbe) {
        String text() {
            return service + " " + how.text();
        }
    }

    private static final int LINES = 20;
    private static final int FEWER_LINES = 5;

    private final Compose compose;
    private final Docker docker;

    ServiceReport(Compose compose, Docker docker) {
        this.compose = compose;
        this.docker = docker;
    }

    List<Cause> causes(List<String> services, Watched containers) {
        var states = containers.lastStates().stream()
                .filter(state -> services.contains(state.service()))
                .toList();
        var details = docker.inspectAll(states);
        var running = states.stream()
                .filter(ServiceState::isRunning)
                .map(ServiceState::name)
                .toList();
        var diagnosis = new Diagnosis(containers.events(), docker.memoryUse(running));
        return services.stream()
                .map(service -> cause(service, states, details, diagnosis))
                .toList();
    }

    private static Cause cause(
            String service, List<ServiceState> states, List<Container> details, Diagnosis diagnosis) {
        for (var state : states) {
            var detail =
                    details.stream().filter(candidate -> candidate.isOf(state)).findFirst();
            if (state.service().equals(service) && detail.isPresent()) {
                return new Cause(
                        service, diagnosis.of(state, detail.get()), detail.get().lastProbe());
            }
        }
        return new Cause(service, new How.Absent(), "");
    }

    List<String> evidence(List<Cause> causes) {
        var evidence = new ArrayList<String>();
        for (var cause : causes) {
            if (causes.size() > 1) {
                evidence.add(cause.text());
            }
            if (!cause.lastProbe().isEmpty()) {
                evidence.add(cause.service() + ", last probe: " + cause.lastProbe());
            }
            var lines = compose.lastLines(cause.service(), causes.size() > 1 ? FEWER_LINES : LINES);
            evidence.add(
                    lines.isEmpty()
                            ? cause.service() + " wrote no log."
                            : cause.service() + ", last lines of its log:");
            lines.forEach(line -> evidence.add("  " + line));
        }
        return evidence;
    }
}
