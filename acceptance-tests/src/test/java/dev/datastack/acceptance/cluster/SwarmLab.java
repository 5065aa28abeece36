package dev.datastack.acceptance.cluster;

import static org.awaitility.Awaitility.await;

import dev.datastack.acceptance.documents.TypedBlocks;
import dev.datastack.acceptance.stack.Project;
import dev.datastack.acceptance.stack.Repository;
import dev.datastack.acceptance.stack.Shell;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A Swarm of three Docker engines on this machine, made by acceptance-tests/src/lab/swarm. */
final class SwarmLab implements AutoCloseable {
    static final String MANAGER = "n1";
    static final List<String> NODES = List.of(MANAGER, "n2", "n3");
    static final String REGISTRY = "10.201.0.1:5000";

    /** As the walk exports them. */
    private static final Map<String, String> SETTINGS = Map.of(
            "REGISTRY",
            SwarmImages.REPOSITORY,
            "TAG",
            SwarmImages.TAG,
            "ENDPOINT_MODE",
            "dnsrr",
            "PUBLISH_MODE",
            "host");

    private static final Duration LONG = Duration.ofMinutes(30);

    private final TypedBlocks walk = TypedBlocks.of("docs/orchestrators.md");
    private final String project =
            "swarm-" + Long.toString(ProcessHandle.current().pid(), 36);
    private final Shell shell = Shell.in(Repository.root())
            .within(LONG)
            .with(Project.named(project))
            .with(SETTINGS);
    private final Path folder;

    SwarmLab() {
        try {
            // A short path: the address of a socket has 108 bytes.
            folder = Files.createTempDirectory("swarm");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Runtime.getRuntime().addShutdownHook(new Thread(this::close, "remove the Swarm"));
    }

    /** Its scripts make network devices, and unpack Debian's registry. */
    boolean possible() {
        var programs = "[ \"$(id -u)\" = 0 ] && command -v ip ss nsenter unshare docker-init apt-get";
        return shell.run("sh", "-c", programs).well();
    }

    /** Types a block of the walk as it is, but for the lab's folder. */
    String type(String words, Map<String, String> values) {
        var all = new TreeMap<>(values);
        all.put("tmp/lab", folder.toString().substring(1));
        return manager().output("bash", "-euo", "pipefail", "-c", walk.with(words, all));
    }

    String type(String words) {
        return type(words, Map.of());
    }

    /** The blocks of the walk that nobody has typed. */
    List<String> untyped() {
        return walk.missing(SwarmDrillsIT.class);
    }

    /** What this machine has of the lab: namespaces, devices, rules, groups of processes, processes, mounts, files. */
    String traces() {
        var look = """
                {
                  ip netns list
                  ip -o link
                  iptables-save
                  find /sys/fs/cgroup -type d
                  ps -eo args
                  cat /proc/mounts
                  ls /tmp
                } | grep -E '^swarm($|-n| )|docker_gwbridge|10\\.201\\.0|/swarm-n|'"$1" | grep -v grep || true
                """;
        return shell.output("sh", "-c", look, "look", String.valueOf(folder.getFileName()));
    }

    String project() {
        return project;
    }

    /** A shell whose docker speaks to this machine's engine. */
    Shell here() {
        return shell;
    }

    /** A shell whose docker speaks to the engine of a node. */
    Shell on(String node) {
        return shell.with(Map.of("DOCKER_HOST", "unix://" + folder.resolve(node).resolve("docker.sock")));
    }

    Shell manager() {
        return on(MANAGER);
    }

    void awaitNode(String node, String state) {
        await().atMost(LONG)
                .until(() -> manager()
                        .output("docker", "node", "ls", "--format", "{{.Hostname}} {{.Status}} {{.Availability}}")
                        .contains(node + " " + state));
    }

    /** The containers of a service that run on a node, as its own engine has it. */
    String containers(String node, String service) {
        return on(node).output("docker", "ps", "--quiet", "--filter", "name=" + service);
    }

    @Override
    public void close() {
        if (Files.exists(folder)) {
            shell.line("acceptance-tests/src/lab/swarm/swarm.sh down " + folder);
            shell.output("rm", "-r", folder.toString());
        }
    }
}
