package dev.datastack.cli.docker;

import static java.util.Objects.requireNonNullElse;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A container as {@code docker inspect} shows it. What {@link State} tells of an end is of the last one, and is taken back
 * when the container starts again.
 */
public record Container(
        String id,
        String image,
        String name,
        int restartCount,
        State state,
        Config config,
        HostConfig hostConfig,
        List<Mount> mounts,
        NetworkSettings networkSettings) {
    private static final List<String> COMES_BACK = List.of("always", "unless-stopped");

    public Container {
        name = name.startsWith("/") ? name.substring(1) : name;
        state = requireNonNullElse(state, State.NONE);
        config = requireNonNullElse(config, Config.NONE);
        hostConfig = requireNonNullElse(hostConfig, HostConfig.NONE);
        networkSettings = requireNonNullElse(networkSettings, NetworkSettings.NONE);
    }

    /** One that is paused or about to restart counts as running. {@code finishedAt} is the engine's time of the last end, and tells one end from another. */
    public record State(
            ContainerState status,
            boolean running,
            int exitCode,
            boolean oomKilled,
            String error,
            String startedAt,
            String finishedAt,
            Health health) {
        static final State NONE = new State(ContainerState.UNKNOWN, false, 0, false, "", "", "", Health.NONE);

        public State {
            status = requireNonNullElse(status, ContainerState.UNKNOWN);
            health = requireNonNullElse(health, Health.NONE);
        }
    }

    /** The engine keeps the last five probes. */
    public record Health(ContainerHealth status, List<Probe> log) {
        static final Health NONE = new Health(ContainerHealth.NONE, List.of());

        public Health {
            status = requireNonNullElse(status, ContainerHealth.NONE);
        }
    }

    /** One run of the health check's test. The times have their zone's distance in them. */
    public record Probe(String start, String end, int exitCode, String output) {}

    /** What the image and the Compose file say of it together. */
    public record Config(
            String user, List<String> env, Map<String, String> labels, Healthcheck healthcheck, List<String> shell) {
        static final Config NONE = new Config("", List.of(), Map.of(), Healthcheck.NONE, List.of());

        public Config {
            healthcheck = requireNonNullElse(healthcheck, Healthcheck.NONE);
        }
    }

    /** The first word of the test says how the others are meant: CMD, CMD-SHELL, or NONE. */
    public record Healthcheck(List<String> test) {
        static final Healthcheck NONE = new Healthcheck(List.of());
    }

    /** Memory in bytes, 0 where there is no limit. */
    public record HostConfig(RestartPolicy restartPolicy, long memory, Map<String, String> tmpfs, LogConfig logConfig) {
        static final HostConfig NONE = new HostConfig(RestartPolicy.NONE, 0, Map.of(), LogConfig.NONE);

        public HostConfig {
            restartPolicy = requireNonNullElse(restartPolicy, RestartPolicy.NONE);
            logConfig = requireNonNullElse(logConfig, LogConfig.NONE);
        }
    }

    /** The log's driver and its options. */
    public record LogConfig(String type, Map<String, String> config) {
        static final LogConfig NONE = new LogConfig("", Map.of());

        /** The other drivers rotate by themselves, or keep nothing on this disk. */
        public boolean growsForEver() {
            return type.equals("json-file") && !config.containsKey("max-size");
        }
    }

    /** One of no, always, unless-stopped, on-failure; empty where nothing was said. */
    public record RestartPolicy(String name) {
        static final RestartPolicy NONE = new RestartPolicy("");
    }

    /** A volume, with its name, or a folder of the host, with its source. */
    public record Mount(String type, String name, String source, String destination, boolean rw) {
        /** The engine names a volume that nobody has named by 64 hexadecimal digits. */
        public boolean isNameless() {
            return name.matches("[0-9a-f]{64}");
        }
    }

    /** {@code ports} by the container's port, such as {@code 5432/tcp}. */
    public record NetworkSettings(Map<String, List<Binding>> ports, Map<String, Endpoint> networks) {
        static final NetworkSettings NONE = new NetworkSettings(Map.of(), Map.of());
    }

    /** Where the host listens. */
    public record Binding(String hostIp, String hostPort) {}

    /** Its addresses in a network, each empty where it has none. */
    public record Endpoint(String ipAddress, String globalIPv6Address) {}

    /** The name of its service in the Compose file. */
    public String service() {
        return config.labels().getOrDefault("com.docker.compose.service", "");
    }

    /** The ports of the host that lead to it, with the container's port behind each; one for both kinds of addresses. */
    public List<ComposeModel.Port> published() {
        var byPort = new TreeMap<Integer, ComposeModel.Port>();
        networkSettings
                .ports()
                .forEach((target, bindings) -> bindings.stream()
                        .filter(binding -> !binding.hostPort().isEmpty())
                        .map(binding -> new ComposeModel.Port(
                                service(),
                                binding.hostIp(),
                                Integer.parseInt(binding.hostPort()),
                                Integer.parseInt(target.substring(0, target.indexOf('/')))))
                        .forEach(port -> byPort.putIfAbsent(port.published(), port)));
        return List.copyOf(byPort.values());
    }

    /** The folder that Compose made it from. */
    String folder() {
        return config.labels().getOrDefault("com.docker.compose.project.working_dir", "");
    }

    /** It runs, and is no one-off container of {@code docker compose run}. */
    boolean isServing() {
        return state.running()
                && !config.labels()
                        .getOrDefault("com.docker.compose.oneoff", "")
                        .equals("True");
    }

    /** The engine starts it again unless somebody stopped it. */
    public boolean comesBack() {
        return COMES_BACK.contains(hostConfig.restartPolicy().name());
    }

    /** Compose cuts ids short. */
    public boolean isOf(ServiceState container) {
        return id.startsWith(container.id());
    }

    /** The words of its health check; empty where there is none. */
    public List<String> probe() {
        var test = config.healthcheck().test();
        return test.size() < 2 || test.get(0).equals("NONE") ? List.of() : test;
    }

    /** What the last probe printed that printed anything. */
    public String lastProbe() {
        return state.health().log().stream()
                .map(probe -> probe.output().strip())
                .filter(output -> !output.isEmpty())
                .reduce((earlier, later) -> later)
                .orElse("");
    }

    /** Volumes that no file names: each container gets its own, and leaves it behind. */
    public List<String> namelessVolumes() {
        return mounts.stream().filter(Mount::isNameless).map(Mount::name).toList();
    }
}
