package dev.datastack.acceptance.cluster;

import dev.datastack.acceptance.stack.Repository;
import dev.datastack.acceptance.stack.Shell;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The images of deploy/images.yaml, built under a registry's name that no other build uses. */
record ClusterImages(String registry) implements AutoCloseable {
    /** What the overlays call it. */
    private static final String IN_THE_MANIFESTS = "local-data-stack";

    private static final List<String> NAMES = List.of("postgres", "airflow", "etl-service", "pgadmin");

    /** The command is README's. */
    static ClusterImages build(String command) {
        var images = new ClusterImages(
                "k8s-lab-" + Long.toString(ProcessHandle.current().pid(), 36));
        images.shell().within(Duration.ofMinutes(30)).output("sh", "-c", command);
        return images;
    }

    void loadInto(Node node) {
        NAMES.forEach(name -> node.load(registry + "/" + name + ":1", IN_THE_MANIFESTS + "/" + name + ":1"));
    }

    String of(String name) {
        return registry + "/" + name + ":1";
    }

    private Shell shell() {
        return Shell.in(Repository.root()).with(Map.of("COMPOSE_PROJECT_NAME", registry, "REGISTRY", registry));
    }

    @Override
    public void close() {
        var ours = shell().output("docker", "image", "ls", "--format", "{{.Repository}}:{{.Tag}}", registry + "/*");
        ours.lines().forEach(image -> shell().run("docker", "image", "rm", image));
    }
}
