package dev.datastack.acceptance.cluster;

import dev.datastack.acceptance.stack.GoProgram;
import dev.datastack.acceptance.stack.Repository;
import dev.datastack.acceptance.stack.Shell;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A Kubernetes cluster of one node on this machine, see acceptance-tests/src/lab/kubernetes. */
final class Node implements AutoCloseable {
    private static final String SCRIPT = "acceptance-tests/src/lab/kubernetes/lab.sh";
    private static final List<String> PROGRAMS = List.of("kubernetes-1.37.2", "coredns-1.15.0", "kube-router-2.1.0");

    private static final String HAS_PROGRAMS =
            "for name in containerd runc iptables ip openssl curl apt-get; do command -v $name || exit 1; done";

    static final String NEEDS =
            "it takes root on Debian; apt-get install containerd runc iptables iproute2 openssl curl";

    private final Path folder;
    private final Shell shell;

    private Node(Path folder) {
        this.folder = folder;
        this.shell = Shell.in(Repository.root())
                .within(Duration.ofMinutes(10))
                .with(Map.of(
                        "PATH",
                        folder.resolve("bin") + ":" + System.getenv("PATH"),
                        "BASE_PREFIX",
                        Repository.settingInForce("BASE_PREFIX").orElse("")));
    }

    /** It takes namespaces and mounts of its own. */
    static boolean canStart() {
        var here = Shell.in(Repository.root());
        return here.run("id", "--user").outText().strip().equals("0")
                && here.run("sh", "-c", HAS_PROGRAMS).well();
    }

    static Node start() {
        try {
            // Short: the address of a socket has 108 bytes.
            var node = new Node(Files.createTempDirectory("k8s-lab-"));
            Runtime.getRuntime().addShutdownHook(new Thread(node::close, "end the node"));
            var programs = PROGRAMS.stream().map(GoProgram::named).map(Path::toString);
            node.lab("up", programs.toArray(String[]::new));
            return node;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A shell that has the cluster's kubectl, as a person's has. */
    Shell shell() {
        return shell;
    }

    /** Gives the node an image of this machine's engine under the name that a pod has for it. */
    void load(String image, String name) {
        lab("load", image, name);
    }

    /** Connects a container of this machine's engine to the network of the node. */
    void join(String container, String address) {
        lab("join", container, address);
    }

    /** A pod that was deleted by force is away at once, and its containers seconds later. */
    void awaitEnd(String pod) {
        lab("gone", pod);
    }

    /** The words in front of a command that shall run in the node's network. */
    String at() {
        return SCRIPT + " at " + folder;
    }

    private void lab(String verb, String... arguments) {
        var argv = new ArrayList<>(List.of(SCRIPT, verb, folder.toString()));
        argv.addAll(List.of(arguments));
        shell.output(argv.toArray(String[]::new));
    }

    @Override
    public void close() {
        if (Files.exists(folder)) {
            lab("down");
        }
    }
}
