package dev.datastack.acceptance.elsewhere;

import dev.datastack.acceptance.stack.Project;
import dev.datastack.acceptance.stack.Repository;
import dev.datastack.acceptance.stack.Shell;
import dev.datastack.cli.process.Finished;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Starts single images of the running stack, confined as its services are, with its secrets and a network of their own. */
final class Elsewhere implements AutoCloseable {
    /** Not /run/secrets, which Kubernetes takes. */
    static final String SECRETS = "/run/stack-secrets";

    private final Project project;
    private final Shell shell;
    private final String name;

    private Elsewhere(Project project) {
        this.project = project;
        this.name = project.name() + "-elsewhere";
        this.shell = Shell.in(Repository.root()).within(Duration.ofMinutes(5));
    }

    static Elsewhere beside(Project project) {
        var there = new Elsewhere(project);
        there.shell.output("docker", "network", "create", "--label", project.labelOfExtras(), there.name);
        return there;
    }

    String volume(String purpose) {
        return name + "-" + purpose;
    }

    /** A container that stays, under a name that the others of the network find. */
    void start(String host, List<String> options, String image, String... command) {
        var argv = run(options, List.of("--detach", "--name", volume(host), "--network-alias", host));
        argv.add(image);
        argv.addAll(List.of(command));
        shell.output(argv.toArray(String[]::new));
    }

    /** A container that ends, and what it printed. */
    Finished once(List<String> options, String image, String... command) {
        var argv = run(options, List.of("--rm"));
        argv.add(image);
        argv.addAll(List.of(command));
        return shell.run(argv);
    }

    Finished exec(String host, String... command) {
        var argv = new ArrayList<>(List.of("docker", "exec", volume(host)));
        argv.addAll(List.of(command));
        return shell.run(argv);
    }

    void remove(String host) {
        shell.output("docker", "rm", "--force", volume(host));
    }

    /** The image that a service of the stack runs. */
    String image(String service) {
        return project.container(service).at("/Config/Image").asString();
    }

    /** Options that mount one folder of the stack's secrets. */
    List<String> secretsOf(String folder) {
        var source = "type=volume,src=" + project.name() + "_secrets,dst=" + SECRETS;
        return List.of(
                "--mount", source + ",readonly,volume-subpath=" + folder, "--env", "STACK_SECRETS_DIR=" + SECRETS);
    }

    static List<String> environment(Map<String, String> variables) {
        return variables.entrySet().stream()
                .flatMap(variable -> List.of("--env", variable.getKey() + "=" + variable.getValue()).stream())
                .toList();
    }

    private List<String> run(List<String> options, List<String> more) {
        var argv = new ArrayList<>(List.of("docker", "run", "--network", name, "--label", project.labelOfExtras()));
        argv.addAll(List.of("--read-only", "--security-opt", "no-new-privileges", "--tmpfs", "/tmp:mode=1777"));
        argv.addAll(more);
        argv.addAll(options);
        return argv;
    }

    @Override
    public void close() {
        var ours = shell.run("docker", "ps", "--all", "--quiet", "--filter", "network=" + name)
                .out();
        ours.forEach(container -> shell.run("docker", "rm", "--force", "--volumes", container));
        shell.run("docker", "network", "rm", name);
        shell.run("docker", "volume", "ls", "--quiet", "--filter", "name=" + name)
                .out()
                .forEach(volume -> shell.run("docker", "volume", "rm", volume));
    }
}
