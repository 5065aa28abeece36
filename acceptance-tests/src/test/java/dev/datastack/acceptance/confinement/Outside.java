package dev.datastack.acceptance.confinement;

import dev.datastack.acceptance.stack.Shell;
import dev.datastack.acceptance.stack.TestTools;

/**
 * A machine outside, made here so that the test needs none: a listener that knows no way back to any Docker network, as
 * no host of the internet does. It can answer only to the address that masquerading puts on a packet.
 */
final class Outside implements AutoCloseable {
    private static final String PORT = "9000";

    private final Shell shell;
    private final String name;
    private final TestTools tools;

    private Outside(Shell shell, String name, TestTools tools) {
        this.shell = shell;
        this.name = name;
        this.tools = tools;
    }

    static Outside of(Shell shell, String project, TestTools tools) {
        var outside = new Outside(shell, project + "-outside", tools);
        // Routed: else the engine drops packets between two of its networks before anything can be seen.
        shell.output(
                "docker",
                "network",
                "create",
                "--opt",
                "com.docker.network.bridge.gateway_mode_ipv4=routed",
                outside.name);
        shell.output("docker", "network", "create", outside.ordinary());
        shell.output(
                "docker",
                "run",
                "--detach",
                "--name",
                outside.name,
                "--network",
                outside.name,
                "--user",
                "0:0",
                "--cap-add",
                "NET_ADMIN",
                "--publish",
                PORT,
                "--entrypoint",
                "bash",
                tools.image(),
                "-c",
                "ip route del default && exec tools.sh listen " + PORT);
        return outside;
    }

    /** Bash opens the connection; the images have no other program for it. */
    String[] visit() {
        var address = shell.output(
                "docker", "inspect", "--format", "{{range .NetworkSettings.Networks}}{{.IPAddress}}{{end}}", name);
        return new String[] {
            "timeout", "3", "bash", "-c", "exec 3<>/dev/tcp/%s/%s && head -n 1 <&3".formatted(address, PORT)
        };
    }

    /** What a container on an ordinary network gets to read there. */
    String seenFromAnOrdinaryNetwork() {
        var argv = new java.util.ArrayList<>(
                java.util.List.of("docker", "run", "--rm", "--network", ordinary(), tools.image()));
        argv.addAll(java.util.List.of(visit()));
        return shell.output(argv.toArray(String[]::new));
    }

    private String ordinary() {
        return name + "-ordinary";
    }

    @Override
    public void close() {
        shell.run("docker", "rm", "--force", name);
        shell.run("docker", "network", "rm", name, ordinary());
    }
}
