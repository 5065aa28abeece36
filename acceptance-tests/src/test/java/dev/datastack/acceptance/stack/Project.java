package dev.datastack.acceptance.stack;

import dev.datastack.cli.process.Finished;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One Compose project of the tests: a name and ports of its own, and all that Docker knows about it. */
public final class Project implements AutoCloseable {
    /** A first start builds every image. */
    private static final Duration START = Duration.ofMinutes(30);

    private static final JsonMapper JSON = JsonMapper.shared();

    private final String name;
    private final Ports ports;
    private final Shell shell;
    private final AtomicBoolean hooked = new AtomicBoolean();
    private final AtomicBoolean closed = new AtomicBoolean();

    private Project(String name, Ports ports, Shell shell) {
        this.name = name;
        this.ports = ports;
        this.shell = shell.with(ports.environment()).with(named(name));
    }

    /** Compose's word, and that of the {@code stack} command, which does not listen to Compose's. */
    public static Map<String, String> named(String name) {
        return Map.of("COMPOSE_PROJECT_NAME", name, "STACK_PROJECT_NAME", name);
    }

    /** A project that does not exist yet, from the Compose file in a folder. */
    public static Project fresh(Path folder) {
        return fresh(folder, Shell.in(folder));
    }

    /** The same on the engine and with the client of a shell. */
    public static Project fresh(Path folder, Shell there) {
        var name = "acceptance-" + Long.toString(ProcessHandle.current().pid(), 36) + "-"
                + Long.toString(System.nanoTime() & 0xffffffL, 36);
        return new Project(name, Ports.free(), new Shell(folder, there.environment(), there.limit()));
    }

    public String name() {
        return name;
    }

    public Ports ports() {
        return ports;
    }

    /** The lines of {@code .env} that make a clone's project this one. */
    public Map<String, String> settings() {
        var lines = new TreeMap<>(ports.environment());
        lines.put("COMPOSE_PROJECT_NAME", name);
        return lines;
    }

    /** A shell that speaks to this project, as a person's does in the clone. */
    public Shell shell() {
        return shell;
    }

    public Finished up(String... arguments) {
        return up(Map.of(), arguments);
    }

    public Finished up(Map<String, String> environment, String... arguments) {
        closeAtTheLatestAtExit();
        return shell.with(environment).within(START).run(compose("up", "--detach", arguments));
    }

    public Finished down(String... arguments) {
        return shell.within(Duration.ofMinutes(5)).run(compose("down", "--remove-orphans", arguments));
    }

    public Finished exec(String service, String... command) {
        return shell.run(compose("exec", "--no-TTY", plus(List.of(service), command)));
    }

    public String logs(String service) {
        var finished = shell.run(compose("logs", "--no-color", "--no-log-prefix", "--tail", "60", service));
        return finished.outText() + finished.errText();
    }

    /** The Compose file as Compose understands it. */
    public JsonNode model() {
        return JSON.readTree(shell.output("docker", "compose", "config", "--format", "json"));
    }

    /** What the engine says of each container of this project, stopped ones included. */
    public List<Container> containers() {
        var ids = shell.output("docker", "ps", "--all", "--quiet", "--no-trunc", "--filter", label())
                .lines()
                .toArray(String[]::new);
        if (ids.length == 0) {
            return List.of();
        }
        var all = new ArrayList<Container>();
        JSON.readTree(shell.output(plus(List.of("docker", "inspect"), ids)))
                .forEach(one -> all.add(new Container(one)));
        return List.copyOf(all);
    }

    public Container container(String service) {
        return containers().stream()
                .filter(one -> one.service().equals(service))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no container of " + service + " in " + name));
    }

    public String label() {
        return "label=com.docker.compose.project=" + name;
    }

    /** A file of the secrets volume, read inside the service that it belongs to. */
    public String secret(String service, String file) {
        return shell.output("docker", "compose", "exec", "--no-TTY", service, "cat", "/run/secrets/" + file);
    }

    public Warehouse warehouse() {
        return new Warehouse(ports.postgres(), "postgres", secret("postgres", "postgres-password"));
    }

    /** Where a test puts what it adds to this project by itself, so that it is removed with it: browsers, networks. */
    public String labelOfExtras() {
        return "dev.datastack.acceptance=" + name;
    }

    /** Removes all that this project made, its images too; other projects' stay. */
    @Override
    public void close() {
        if (!closed.compareAndSet(false, true)) {
            return;
        }
        removeExtras("docker", "container", "ls", "--all");
        down("--volumes", "--rmi", "all", "--timeout", "10");
        removeExtras("docker", "network", "ls");
    }

    private void removeExtras(String... listing) {
        var found = shell.run(plus(List.of(listing), "--quiet", "--filter", "label=" + labelOfExtras()))
                .out();
        if (!found.isEmpty()) {
            var remove = plus(List.of("docker", listing[1], "rm", "--force"), found.toArray(String[]::new));
            shell.run(remove);
        }
    }

    /** JUnit closes it after the last test; this is for a run that is broken off. */
    private void closeAtTheLatestAtExit() {
        if (hooked.compareAndSet(false, true)) {
            Runtime.getRuntime().addShutdownHook(new Thread(this::close, "remove " + name));
        }
    }

    private static String[] compose(String verb, String option, String... more) {
        return plus(List.of("docker", "compose", "--ansi", "never", "--progress", "plain", verb, option), more);
    }

    private static String[] plus(List<String> first, String... more) {
        var all = new ArrayList<>(first);
        all.addAll(List.of(more));
        return all.toArray(String[]::new);
    }
}
