package dev.datastack.cli.start;

import dev.datastack.cli.docker.Compose;
import dev.datastack.cli.docker.ContainerDetail;
import dev.datastack.cli.docker.Docker;
import dev.datastack.cli.docker.ServiceState;
import dev.datastack.cli.problem.Problem;
import dev.datastack.cli.problem.StackException;
import java.util.ArrayList;
import java.util.List;

/** Says of a service that failed what the engine knows: how it ended, its last probe, its last lines. */
final class FailureReport {
    private static final int LAST_LINES = 20;

    private final Compose compose;
    private final Docker docker;

    FailureReport(Compose compose, Docker docker) {
        this.compose = compose;
        this.docker = docker;
    }

    StackException services(List<String> failed, List<ServiceState> states) {
        var evidence = new ArrayList<String>();
        failed.forEach(service -> evidence.addAll(evidence(service, states)));
        var name = failed.get(0);
        var how = how(name, states);
        return new StackException(
                        Problem.SERVICE_FAILED,
                        name + " " + how + ". The other services were left as they are.",
                        "docker compose up -d",
                        next(name, how))
                .showing(evidence);
    }

    private static String next(String service, String how) {
        var memory = how.contains("memory") ? "raise mem_limit of " + service + " in docker-compose.yml; " : "";
        return memory + "see './stack logs " + service + "', cure it and run './stack up' again; './stack down' stops"
                + " what runs";
    }

    private List<String> evidence(String service, List<ServiceState> states) {
        var evidence = new ArrayList<String>();
        details(service, states).stream()
                .filter(detail -> !detail.lastProbe().isEmpty())
                .forEach(detail -> evidence.add(service + ", last probe: " + detail.lastProbe()));
        var lines = compose.lastLines(service, LAST_LINES);
        evidence.add(lines.isEmpty() ? service + " wrote no log." : service + ", last lines of its log:");
        lines.forEach(line -> evidence.add("  " + line));
        return evidence;
    }

    private String how(String service, List<ServiceState> states) {
        return details(service, states).stream()
                .findFirst()
                .map(detail -> how(detail, states))
                .orElse("has no container");
    }

    private static String how(ContainerDetail detail, List<ServiceState> states) {
        var state = states.stream()
                .filter(candidate -> detail.id().startsWith(candidate.id()))
                .findFirst()
                .orElseThrow();
        if (detail.outOfMemory()) {
            return "was killed for memory (its limit is " + (detail.memoryLimit() >> 20) + " MB)";
        }
        if (!detail.error().isEmpty()) {
            return "did not start: " + detail.error();
        }
        if (detail.restarts() > 0) {
            return "was restarted " + detail.restarts() + " times, last exit code " + detail.exitCode();
        }
        return state.isRunning() ? "runs but is " + state.health() : "exited with code " + detail.exitCode();
    }

    private List<ContainerDetail> details(String service, List<ServiceState> states) {
        return docker.inspect(states.stream()
                .filter(state -> state.service().equals(service))
                .map(ServiceState::id)
                .toList());
    }
}
