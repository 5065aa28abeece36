package dev.datastack.acceptance.cluster;

import static org.awaitility.Awaitility.await;

import dev.datastack.acceptance.stack.Shell;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/** The stack file on the lab's Swarm, by the commands of deploy/swarm/README.md. */
final class SwarmStack {
    static final String WORKERS = "stack_etl-service";
    private static final Duration PATIENCE = Duration.ofMinutes(15);
    private static final String INSPECT = "docker service inspect --format";

    private final SwarmLab lab;
    private final Shell manager;

    SwarmStack(SwarmLab lab) {
        this.lab = lab;
        manager = lab.manager();
    }

    void deploy() {
        lab.type("docker stack deploy");
    }

    /** A container counts as running once it is healthy. */
    void awaitAllRunning() {
        await().atMost(PATIENCE).pollInterval(Duration.ofSeconds(1)).until(() -> {
            var replicas = manager.line("docker stack services --format {{.Replicas}} stack")
                    .lines()
                    .toList();
            return replicas.size() == 6
                    && replicas.stream().map(of -> of.split("/", 2)).allMatch(of -> of[0].equals(of[1]));
        });
    }

    /** The containers that the Swarm wants, each with its node: another container has another ID. */
    List<String> tasks() {
        return manager.output(
                        "docker",
                        "stack",
                        "ps",
                        "--filter",
                        "desired-state=running",
                        "--format",
                        "{{.ID}} {{.Name}} {{.Node}}",
                        "stack")
                .lines()
                .sorted()
                .toList();
    }

    /** How many healthy workers each node has. */
    Map<String, Integer> workers() {
        var nodes = new TreeMap<String, Integer>();
        manager.output(
                        "docker",
                        "service",
                        "ps",
                        "--filter",
                        "desired-state=running",
                        "--format",
                        "{{.Node}} {{.CurrentState}}",
                        WORKERS)
                .lines()
                .filter(task -> task.contains(" Running "))
                .forEach(task -> nodes.merge(task.split(" ", 2)[0], 1, Integer::sum));
        return nodes;
    }

    void awaitWorkers(Predicate<Map<String, Integer>> wanted) {
        await().atMost(PATIENCE).pollInterval(Duration.ofSeconds(1)).until(this::workers, wanted);
    }

    /** As many healthy workers as are wanted, wherever. */
    static Predicate<Map<String, Integer>> number(int wanted) {
        return nodes -> nodes.values().stream().mapToInt(Integer::intValue).sum() == wanted;
    }

    /** Returns how many workers there were at the fewest while an update is under way, and ends when it has the state. */
    int awaitUpdate(String state) {
        var fewest = new ArrayList<Integer>();
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(500)).until(() -> {
            fewest.add(workers().values().stream().mapToInt(Integer::intValue).sum());
            return inspected("{{with .UpdateStatus}}{{.State}}{{end}}").equals(state);
        });
        return fewest.stream().mapToInt(Integer::intValue).min().orElseThrow();
    }

    void scale(int workers) {
        manager.line("docker service scale --detach " + WORKERS + "=" + workers);
        awaitWorkers(number(workers));
    }

    String image() {
        return inspected("{{.Spec.TaskTemplate.ContainerSpec.Image}}");
    }

    private String inspected(String format) {
        return manager.output(Shell.words(INSPECT, format, WORKERS)).strip();
    }
}
