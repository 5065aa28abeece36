package dev.datastack.cli.course.lab;

import dev.datastack.cli.process.Finished;
import dev.datastack.cli.sandbox.Addresses;
import dev.datastack.cli.sandbox.Reading;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The exercise's Compose project under the lab's name, and what its containers tell. */
public final class LabProject {
    /** The engine names a volume that nobody has named by 64 hexadecimal digits. */
    public static final String ANONYMOUS = "[0-9a-f]{64}";

    private final Lab lab;

    private LabProject(Lab lab) {
        this.lab = lab;
    }

    static LabProject start(Lab lab) {
        var reading = lab.sandbox().read();
        if (reading instanceof Reading.Accepted accepted) {
            lab.sandbox().isolate(accepted.resolved(), Addresses.AS_WRITTEN);
        } else {
            throw LabException.saying(reading.complaint());
        }
        var project = new LabProject(lab);
        project.up("--build");
        return project;
    }

    /** Starts it again; nothing is built, because nothing has changed. */
    public void up() {
        up("--no-build");
    }

    private void up(String building) {
        var up = compose("up", "--detach", building, "--quiet-pull");
        if (!up.well()) {
            throw LabException.failed("docker compose up", up);
        }
    }

    /** Removes the containers and networks, and leaves named volumes, as {@code docker compose down} does. */
    public void down() {
        var orphans = anonymousVolumes();
        compose("down", "--timeout", "2").orThrow();
        // Nothing finds them again: a learner's own down would leave them to 'docker volume prune'.
        if (!orphans.isEmpty()) {
            lab.run(Stream.concat(Stream.of("docker", "volume", "rm"), orphans.stream())
                    .toList());
        }
    }

    private List<String> anonymousVolumes() {
        var containers = compose("ps", "--all", "--quiet").out();
        var format = "{{range .Mounts}}{{if eq .Type \"volume\"}}{{.Name}}{{println}}{{end}}{{end}}";
        return containers.isEmpty()
                ? List.of()
                : lab
                        .run(Stream.concat(Stream.of("docker", "inspect", "--format", format), containers.stream())
                                .toList())
                        .out()
                        .stream()
                        .filter(name -> name.matches(ANONYMOUS))
                        .toList();
    }

    /** Runs a command in a service's container. */
    public Finished exec(String service, List<String> command) {
        return compose(Stream.concat(Stream.of("exec", "--no-TTY", service), command.stream())
                .toArray(String[]::new));
    }

    /** All that the engine knows of the service's container, empty where there is none. */
    public Optional<JsonNode> inspect(String service) {
        return container(service)
                .map(id -> JsonMapper.shared()
                        .readTree(lab.run("docker", "inspect", id).orThrow().outText())
                        .path(0));
    }

    public Optional<String> container(String service) {
        var ids = compose("ps", "--all", "--quiet", service);
        return ids.out().stream().filter(line -> !line.isBlank()).findFirst();
    }

    /** Runs a script of bash beside the service, in its network: what it sees the service sees, whatever its image has. */
    public Finished beside(String service, String script, String... arguments) {
        var id = container(service)
                .orElseThrow(() -> LabException.saying("the service " + service + " has no container"));
        var argv = new ArrayList<>(List.of("docker", "run", "--rm", "--network", "container:" + id));
        argv.add(lab.images().base("debian:trixie-slim").tag());
        argv.addAll(List.of("timeout", "5", "bash", "-c", script));
        argv.addAll(List.of(arguments));
        return lab.run(argv);
    }

    /** Where the host reaches a port of the service, such as 127.0.0.1:32768; empty where it is not published. */
    public List<String> published(String service, int port) {
        var bindings = inspect(service)
                .map(node -> node.path("NetworkSettings").path("Ports").path(port + "/tcp"));
        return bindings.stream()
                .flatMap(list -> StreamSupport.stream(list.spliterator(), false))
                .map(binding -> binding.path("HostIp").asString("") + ":"
                        + binding.path("HostPort").asString(""))
                .toList();
    }

    /** The last lines that the service wrote. */
    public List<String> lastLines(String service) {
        var logs = compose("logs", "--no-color", "--no-log-prefix", "--tail", "5", service);
        return Stream.concat(logs.out().stream(), logs.err().stream()).toList();
    }

    private Finished compose(String... arguments) {
        var argv = new ArrayList<>(List.of("docker", "compose", "--ansi", "never", "--progress", "plain"));
        argv.addAll(List.of(
                "--project-name", lab.name(), "--project-directory", lab.work().toString()));
        argv.addAll(List.of("--file", lab.sandbox().isolatedFile().toString()));
        argv.addAll(List.of(arguments));
        return lab.run(argv);
    }
}
