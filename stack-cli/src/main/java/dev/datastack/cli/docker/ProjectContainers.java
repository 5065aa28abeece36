package dev.datastack.cli.docker;

import dev.datastack.cli.process.Call;
import dev.datastack.cli.process.CommandRunner;
import dev.datastack.cli.process.Finished;
import java.util.Comparator;
import java.util.List;

/**
 * The containers of a project at one moment. Plain {@code docker} answers with a sixth of the processor time that
 * {@code docker compose ps} and {@code exec} take, and its labels say which service a container belongs to.
 */
public final class ProjectContainers implements ServiceExec {
    private final CommandRunner runner;
    private final List<Container> containers;

    private ProjectContainers(CommandRunner runner, List<Container> containers) {
        this.runner = runner;
        this.containers = containers;
    }

    public static ProjectContainers of(CommandRunner runner, String project) {
        var filter = "label=com.docker.compose.project=" + project;
        var ids = runner.run(Call.of("docker", "ps", "--all", "--quiet", "--no-trunc", "--filter", filter))
                .orThrow()
                .out();
        var byName = new Docker(runner)
                .inspect(ids).stream()
                        .sorted(Comparator.comparing(Container::name))
                        .toList();
        return new ProjectContainers(runner, byName);
    }

    public List<Container> details() {
        return containers;
    }

    /** Those that the containers were made from; empty for one that names none. */
    public List<String> folders() {
        return containers.stream().map(Container::folder).toList();
    }

    public List<ServiceState> states() {
        return containers.stream().map(ProjectContainers::state).toList();
    }

    /** As {@code docker compose ps} has it, without the words of {@code status}. */
    private static ServiceState state(Container container) {
        var publishers = container.published().stream()
                .map(port -> new ServiceState.Publisher(port.published()))
                .toList();
        return new ServiceState(
                container.id(),
                container.name(),
                container.service(),
                container.state().status(),
                container.state().health().status(),
                container.state().exitCode(),
                "",
                publishers);
    }

    @Override
    public Finished exec(String service, List<String> argv) {
        var call = Call.of("docker", "exec");
        return containers.stream()
                .filter(container -> container.service().equals(service) && container.isServing())
                .findFirst()
                .map(container -> runner.run(call.plus(List.of(container.id())).plus(argv)))
                .orElseGet(() -> new Finished(call, 1, List.of(), List.of("service " + service + " is not running")));
    }
}
