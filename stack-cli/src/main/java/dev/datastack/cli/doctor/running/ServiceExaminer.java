package dev.datastack.cli.doctor.running;

import dev.datastack.cli.diagnosis.Diagnosis;
import dev.datastack.cli.diagnosis.How;
import dev.datastack.cli.docker.ComposeModel;
import dev.datastack.cli.docker.Container;
import dev.datastack.cli.docker.ContainerHealth;
import dev.datastack.cli.docker.ContainerState;
import dev.datastack.cli.docker.ServiceState;
import dev.datastack.cli.doctor.finding.Cause;
import dev.datastack.cli.doctor.finding.Examiner;
import dev.datastack.cli.doctor.finding.Findings;
import java.util.List;
import java.util.stream.Collectors;

/** What became of the containers of services that were started once. */
public final class ServiceExaminer implements Examiner {
    private final ComposeModel model;
    private final List<ServiceState> states;
    private final List<Container> containers;
    private final Diagnosis diagnosis;

    public ServiceExaminer(
            ComposeModel model, List<ServiceState> states, List<Container> containers, Diagnosis diagnosis) {
        this.model = model;
        this.states = states;
        this.containers = containers;
        this.diagnosis = diagnosis;
    }

    @Override
    public void examine(Findings findings) {
        absent(findings);
        for (var service : model.running()) {
            var own = states.stream()
                    .filter(state -> state.service().equals(service.name()))
                    .toList();
            own.forEach(state -> containers.stream()
                    .filter(container -> container.isOf(state))
                    .findFirst()
                    .ifPresent(container -> examine(service, state, container, findings)));
        }
    }

    private void absent(Findings findings) {
        var absent = model.running().stream()
                .map(ComposeModel.Service::name)
                .filter(name ->
                        states.stream().noneMatch(state -> state.service().equals(name)))
                .collect(Collectors.joining(", "));
        if (!absent.isEmpty()) {
            findings.add(Cause.SERVICE_ABSENT, "no container of: " + absent, "docker compose up -d");
        }
    }

    private void examine(ComposeModel.Service service, ServiceState state, Container container, Findings findings) {
        var name = service.name();
        if (state.state() == ContainerState.PAUSED) {
            var paused = new How.Stands(state.state(), state.health());
            findings.add(Cause.SERVICE_PAUSED, name + " " + paused.text(), paused.cure(name));
            return;
        }
        var how = diagnosis.of(state, container);
        if (isWell(service, state, how, container)) {
            return;
        }
        var cause = cause(service, state, how);
        var evidence = name + " " + how.text() + probe(container);
        var cure = how.cure(name);
        findings.add(
                cause, evidence, (cure.isEmpty() ? "see './stack logs " + name + "'" : cure) + ", then ./stack up");
    }

    private static Cause cause(ComposeModel.Service service, ServiceState state, How how) {
        if (how instanceof How.KilledForMemory) {
            return Cause.SERVICE_OUT_OF_MEMORY;
        }
        if (how instanceof How.NotStarted) {
            return Cause.SERVICE_NOT_STARTED;
        }
        if (service.oneShot()) {
            return Cause.ONE_SHOT_FAILED;
        }
        if (state.health() == ContainerHealth.UNHEALTHY) {
            return Cause.SERVICE_UNHEALTHY;
        }
        // One that was stopped in the end may have been restarted before.
        return how instanceof How.Restarted && !state.state().isOver() ? Cause.SERVICE_RESTARTS : Cause.SERVICE_ENDED;
    }

    /**
     * One that starts for the first time has not failed yet, and one that is healthy again was restarted long enough ago. If
     * it was never restarted, the kernel has killed a process beside its first one, which it counts by itself.
     */
    private static boolean isWell(ComposeModel.Service service, ServiceState state, How how, Container container) {
        if (how instanceof How.NotStarted) {
            return false;
        }
        if (how instanceof How.KilledForMemory) {
            return state.isRunning() && container.restartCount() == 0;
        }
        return switch (state.state()) {
            case EXITED -> service.oneShot() && state.exitCode() == 0;
            case RUNNING ->
                state.health() == ContainerHealth.HEALTHY
                        || (state.health() != ContainerHealth.UNHEALTHY && !(how instanceof How.Restarted));
            case CREATED -> true;
            default -> false;
        };
    }

    private static String probe(Container container) {
        var log = container.state().health().log();
        boolean failed = !log.isEmpty() && log.get(log.size() - 1).exitCode() != 0;
        return failed && !container.lastProbe().isEmpty() ? "; its last probe: " + container.lastProbe() : "";
    }
}
