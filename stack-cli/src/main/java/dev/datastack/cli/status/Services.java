package dev.datastack.cli.status;

import dev.datastack.cli.diagnosis.Diagnosis;
import dev.datastack.cli.diagnosis.How;
import dev.datastack.cli.docker.ComposeModel.Service;
import dev.datastack.cli.docker.Container;
import dev.datastack.cli.docker.ContainerHealth;
import dev.datastack.cli.docker.ContainerState;
import dev.datastack.cli.docker.Docker.Use;
import dev.datastack.cli.docker.ServiceState;
import dev.datastack.cli.open.Doors;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Services and what the engine says of their containers. */
record Services(List<Container> details, Diagnosis diagnosis, Map<String, Use> use) {
    Stream<ServiceStatus> of(Service service, List<ServiceState> states) {
        var own = states.stream()
                .filter(state -> state.service().equals(service.name()))
                .toList();
        return own.isEmpty()
                ? Stream.of(ServiceStatus.absent(service.name()))
                : own.stream().map(state -> status(service, state));
    }

    private ServiceStatus status(Service service, ServiceState state) {
        var detail = details.stream().filter(candidate -> candidate.isOf(state)).findFirst();
        var well = isWell(service, state);
        var how = detail.filter(known -> !well || known.restartCount() > 0).map(known -> diagnosis.of(state, known));
        var killed = how.filter(How.KilledForMemory.class::isInstance).isPresent() && !state.isRunning();
        var taken = use.getOrDefault(state.name(), Use.UNKNOWN);
        return new ServiceStatus(
                service.name(),
                killed ? "killed (out of memory)" : words(service, state),
                state.health().word(),
                well,
                detail.map(Container::lastProbe).orElse(""),
                how.map(How::text).orElse(""),
                how.map(known -> known.cure(service.name())).orElse(""),
                state.isRunning()
                        ? detail.map(known -> known.state().startedAt()).orElse("")
                        : "",
                detail.map(Container::restartCount).orElse(0),
                state.ports(),
                detail.map(Services::links).orElse(List.of()),
                taken.memory(),
                taken.cpu());
    }

    private static List<String> links(Container container) {
        return container.published().stream().map(Doors::url).toList();
    }

    private static String words(Service service, ServiceState state) {
        if (state.state() != ContainerState.EXITED) {
            return state.state().word();
        }
        return service.oneShot() && state.exitCode() == 0 ? "done" : "exited (" + state.exitCode() + ")";
    }

    private static boolean isWell(Service service, ServiceState state) {
        return service.oneShot()
                ? state.state() == ContainerState.EXITED && state.exitCode() == 0
                : state.isRunning()
                        && (state.health() == ContainerHealth.NONE || state.health() == ContainerHealth.HEALTHY);
    }
}
