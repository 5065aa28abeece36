package dev.datastack.acceptance.confinement;

import static org.awaitility.Awaitility.await;

import dev.datastack.acceptance.stack.Project;
import dev.datastack.acceptance.stack.Shell;
import dev.datastack.acceptance.stack.TestTools;
import java.time.Duration;
import java.util.List;

/**
 * A machine outside, made here so that the test needs none: a listener that knows no way back to any Docker network, as
 * no host of the internet does. It can answer only to the address that masquerading puts on a packet.
 */
final class Outside implements AutoCloseable {
    private static final String PORT = "9000";
    private static final String WITHOUT_A_WAY_BACK = "ip route del default && exec tools.sh listen " + PORT;

    private final Shell shell;
    private final String name;
    private final String image;

    private Outside(Shell shell, String name, String image) {
        this.shell = shell;
        this.name = name;
        this.image = image;
    }

    static Outside of(Project project, TestTools tools) {
        var outside = new Outside(project.shell(), project.name() + "-outside", tools.image());
        outside.open("--label " + project.labelOfExtras());
        return outside;
    }

    private void open(String label) {
        // Routed: else the engine drops packets between two of its networks before anything can be seen.
        shell.line(
                "docker network create " + label + " --opt com.docker.network.bridge.gateway_mode_ipv4=routed " + name);
        shell.line("docker network create " + label + " " + ordinary());
        var run = ("docker run --detach " + label + " --name " + name + " --network " + name
                + " --user 0:0 --cap-add NET_ADMIN --publish " + PORT + " --entrypoint bash " + image + " -c");
        shell.output(Shell.words(run, WITHOUT_A_WAY_BACK));
    }

    /** Bash opens the connection; the images have no other program for it. */
    String[] visit() {
        var address = shell.output(
                "docker", "inspect", "--format", "{{range .NetworkSettings.Networks}}{{.IPAddress}}{{end}}", name);
        return Shell.words("timeout 3 bash -c", "exec 3<>/dev/tcp/%s/%s && head -n 1 <&3".formatted(address, PORT));
    }

    /** Proves that what is refused to the stack is open to others, and waits until it is. */
    void answersAnOrdinaryNetwork() {
        var visit = Shell.words("docker run --rm --network " + ordinary() + " " + image, visit());
        await().atMost(Duration.ofSeconds(30))
                .until(() -> shell.run(List.of(visit)).outText().equals("reached"));
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
