package dev.datastack.cli.docker;

import dev.datastack.cli.process.Call;
import dev.datastack.cli.process.CommandRunner;
import dev.datastack.cli.process.Finished;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The docker commands that no project is needed for. */
public final class Docker {
    /**
     * Of {@code docker info}: memory in bytes, whether limits of it are enforced, processors, where images are kept, and
     * what the engine's clock says.
     */
    public record EngineInfo(
            long memTotal, @Nullable Boolean memoryLimit, int ncpu, String dockerRootDir, String systemTime) {
        /** Podman does not say. */
        public boolean limitsMemory() {
            return memoryLimit == null || memoryLimit;
        }
    }

    private final CommandRunner runner;

    public Docker(CommandRunner runner) {
        this.runner = runner;
    }

    /** A container that publishes a port; the project is empty where Compose did not make it. */
    public record Publisher(String container, String project) {}

    /** What labels are asked of. */
    public enum Kind {
        CONTAINER,
        VOLUME;

        private List<String> listing() {
            return this == CONTAINER ? List.of("ps", "--all") : List.of("volume", "ls");
        }
    }

    /** The values of one label, empty where it is absent, of all that another label marks. */
    public List<String> labelled(Kind kind, String mark, String value, String label) {
        var filter = "label=" + mark + "=" + value;
        return runner.run(Call.of("docker")
                        .plus(kind.listing())
                        .plus(List.of("--filter", filter, "--format", "{{.Label `" + label + "`}}")))
                .orThrow()
                .out();
    }

    /** One that is there stays as it is. */
    public void createVolume(String name, Map<String, String> labels) {
        var argv = new ArrayList<>(List.of("docker", "volume", "create"));
        new TreeMap<>(labels).forEach((label, value) -> argv.addAll(List.of("--label", label + "=" + value)));
        argv.add(name);
        runner.run(Call.of(argv)).orThrow();
    }

    public boolean hasVolume(String name) {
        return runner.run(Call.of("docker", "volume", "inspect", name)).well();
    }

    /** Fails where a container uses it. */
    public void removeVolume(String name) {
        runner.run(Call.of("docker", "volume", "rm", name)).orThrow();
    }

    public void removeVolumes(List<String> names) {
        if (!names.isEmpty()) {
            runner.run(Call.of("docker", "volume", "rm").plus(names));
        }
    }

    public Finished version() {
        return runner.run(Call.of("docker", "version", "--format", "json"));
    }

    /** The engine's version out of {@link #version()}, empty when only the client answered. */
    public static String engineVersion(Finished version) {
        return version.out().isEmpty()
                ? ""
                : Json.text(Json.document(version.outText()).path("Server"), "Version");
    }

    /** Podman's service names itself among the components; its own program has another spelling of one field. */
    public static boolean isPodman(Finished version) {
        if (version.out().isEmpty()) {
            return false;
        }
        var answer = Json.document(version.outText());
        return answer.path("Server")
                        .path("Components")
                        .valueStream()
                        .anyMatch(component -> Json.text(component, "Name").equals("Podman Engine"))
                || answer.path("Client").has("APIVersion");
    }

    /** The name of the context in use. */
    public Optional<String> context() {
        return firstLine(runner.run(Call.of("docker", "context", "show")));
    }

    /** Where a context's engine is; empty where there is no such context. */
    public Optional<String> contextAddress(String context) {
        return firstLine(
                runner.run(Call.of("docker", "context", "inspect", "--format", "{{.Endpoints.docker.Host}}", context)));
    }

    private static Optional<String> firstLine(Finished finished) {
        return finished.well() ? finished.out().stream().findFirst() : Optional.empty();
    }

    public Finished composeVersion() {
        return runner.run(Call.of("docker", "compose", "version", "--short"));
    }

    public Finished buildxVersion() {
        return runner.run(Call.of("docker", "buildx", "version"));
    }

    public EngineInfo info() {
        var info = runner.run(Call.of("docker", "info", "--format", "json")).orThrow();
        return Json.document(info.outText(), EngineInfo.class);
    }

    /** The engine's own machine, in Docker's words: {@code linux/amd64}. */
    public String platform() {
        return runner.run(Call.of("docker", "version", "--format", "{{.Server.Os}}/{{.Server.Arch}}"))
                .orThrow()
                .outText();
    }

    public List<Container> inspect(List<String> containers) {
        return inspected(containers, ContainerJson::container);
    }

    /** When the engine made, started and ended containers. */
    public List<ContainerTimes> times(List<String> containers) {
        return inspected(containers, ContainerTimes::of);
    }

    /** One that went away meanwhile is left out. */
    private <T> List<T> inspected(List<String> containers, Function<JsonNode, T> reading) {
        if (containers.isEmpty()) {
            return List.of();
        }
        return Json.list(inspection(containers).out()).stream().map(reading).toList();
    }

    private Finished inspection(List<String> containers) {
        return runner.run(Call.of("docker", "inspect", "--format", "json").plus(containers));
    }

    /** What Compose does not tell of its containers. */
    public List<Container> inspectAll(List<ServiceState> states) {
        return inspect(states.stream().map(ServiceState::id).toList());
    }

    /** The same, but that the engine tells of none of them is a failure. */
    public List<Container> inspectSome(List<ServiceState> states) {
        if (states.isEmpty()) {
            return List.of();
        }
        var finished = inspection(states.stream().map(ServiceState::id).toList());
        var told = Json.list(finished.out());
        if (told.isEmpty()) {
            finished.orThrow();
        }
        return told.stream().map(ContainerJson::container).toList();
    }

    /** The last ends of containers, and who was asked to end; the engine remembers its latest 256 events, those of probes among them. */
    public List<ServiceEvent> lately(List<String> containers) {
        if (containers.isEmpty()) {
            return List.of();
        }
        var argv = new ArrayList<>(List.of("docker", "events", "--since", "1h", "--until", "0s", "--format", "json"));
        for (var kind : List.of("die", "oom", "stop", "kill")) {
            argv.addAll(List.of("--filter", "event=" + kind));
        }
        containers.forEach(container -> argv.addAll(List.of("--filter", "container=" + container)));
        return Json.list(runner.run(Call.of(argv)).out()).stream()
                .flatMap(node -> ServiceEvent.ofEngine(node).stream())
                .toList();
    }

    public List<Publisher> publishersOf(int port) {
        var ps = runner.run(Call.of("docker", "ps", "--filter", "publish=" + port, "--format", "json"));
        return Json.list(ps.out()).stream().map(Docker::publisher).toList();
    }

    private static Publisher publisher(JsonNode node) {
        var prefix = "com.docker.compose.project=";
        var project = List.of(Json.text(node, "Labels").split(",", -1)).stream()
                .filter(label -> label.startsWith(prefix))
                .map(label -> label.substring(prefix.length()))
                .findFirst();
        return new Publisher(Json.text(node, "Names"), project.orElse(""));
    }

    /** What a container takes, as docker words it: memory over its limit, and percents of one processor. */
    public record Use(String memory, String cpu) {
        public static final Use UNKNOWN = new Use("", "");
    }

    /** {@link Use#memory()} by container name. */
    public Map<String, String> memoryUse(List<String> containers) {
        return use(containers).entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, use -> use.getValue().memory()));
    }

    /** By container name; it takes docker two seconds, since a share of a processor is one of a time. */
    public Map<String, Use> use(List<String> containers) {
        if (containers.isEmpty()) {
            return Map.of();
        }
        var argv = new ArrayList<>(List.of("docker", "stats", "--no-stream", "--format", "json"));
        argv.addAll(containers);
        return Json.list(runner.run(Call.of(argv)).out()).stream()
                .collect(Collectors.toMap(
                        node -> Json.text(node, "Name"),
                        node -> new Use(Json.text(node, "MemUsage"), Json.text(node, "CPUPerc"))));
    }
}
