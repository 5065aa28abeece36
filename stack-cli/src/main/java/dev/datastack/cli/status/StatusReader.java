package dev.datastack.cli.status;

import dev.datastack.cli.docker.Compose;
import dev.datastack.cli.docker.ComposeModel.Service;
import dev.datastack.cli.docker.ContainerDetail;
import dev.datastack.cli.docker.Docker;
import dev.datastack.cli.docker.ServiceState;
import dev.datastack.cli.ledger.Ledger;
import dev.datastack.cli.ledger.LoadProgress;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Asks Compose, the engine and the ledger. */
public final class StatusReader {
    private final Compose compose;
    private final Docker docker;

    public StatusReader(Compose compose, Docker docker) {
        this.compose = compose;
        this.docker = docker;
    }

    public StackStatus read(boolean withMemory) {
        var model = compose.model();
        var states = compose.states();
        var details = docker.inspect(states.stream().map(ServiceState::id).toList()).stream()
                .collect(Collectors.toMap(detail -> detail.id().substring(0, 12), detail -> detail));
        var memory = withMemory ? docker.memoryUse(running(states)) : Map.<String, String>of();
        var services = model.running().stream()
                .flatMap(service -> statuses(service, states, details, memory))
                .toList();
        var well = services.stream().allMatch(ServiceStatus::well);
        var loads = loads(states);
        return new StackStatus(model.project(), well, services, loads.isComplete(), loads);
    }

    private static List<String> running(List<ServiceState> states) {
        return states.stream()
                .filter(ServiceState::isRunning)
                .map(ServiceState::container)
                .toList();
    }

    private LoadProgress loads(List<ServiceState> states) {
        var databaseRuns = states.stream().anyMatch(state -> state.service().equals("postgres") && state.isRunning());
        return databaseRuns ? new Ledger(compose).progress().orElse(LoadProgress.NOTHING) : LoadProgress.NOTHING;
    }

    private static Stream<ServiceStatus> statuses(
            Service service,
            List<ServiceState> states,
            Map<String, ContainerDetail> details,
            Map<String, String> memory) {
        var own = states.stream()
                .filter(state -> state.service().equals(service.name()))
                .toList();
        return own.isEmpty()
                ? Stream.of(new ServiceStatus(service.name(), "absent", "", false, "", List.of(), ""))
                : own.stream().map(state -> status(service, state, details, memory));
    }

    private static ServiceStatus status(
            Service service, ServiceState state, Map<String, ContainerDetail> details, Map<String, String> memory) {
        var detail = details.get(state.id());
        var killed = detail != null && detail.outOfMemory() && !state.isRunning();
        return new ServiceStatus(
                service.name(),
                killed ? "killed for memory" : words(service, state),
                state.health(),
                isWell(service, state),
                detail == null ? "" : detail.lastProbe(),
                state.ports(),
                memory.getOrDefault(state.container(), ""));
    }

    private static String words(Service service, ServiceState state) {
        if (!state.state().equals("exited")) {
            return state.state();
        }
        return service.oneShot() && state.exitCode() == 0 ? "done" : "exited (" + state.exitCode() + ")";
    }

    private static boolean isWell(Service service, ServiceState state) {
        return service.oneShot()
                ? state.state().equals("exited") && state.exitCode() == 0
                : state.isRunning()
                        && (state.health().isEmpty() || state.health().equals("healthy"));
    }
}
