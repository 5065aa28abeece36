package dev.datastack.acceptance.cluster;

import dev.datastack.acceptance.stack.Shell;
import java.util.List;
import java.util.stream.Stream;

/** The images of this clone, in the registry of the lab. */
final class SwarmImages implements AutoCloseable {
    static final String REPOSITORY = SwarmLab.REGISTRY + "/flights";
    static final String TAG = "1";

    private static final List<String> IMAGES = Stream.of("postgres", "airflow", "etl-service", "pgadmin")
            .map(SwarmImages::named)
            .map(image -> image + ":" + TAG)
            .toList();

    private final SwarmLab lab;

    SwarmImages(SwarmLab lab) {
        this.lab = lab;
    }

    static String named(String image) {
        return REPOSITORY + "/" + image;
    }

    /** Built by this machine's engine. It does not reach the registry, so that of a node pushes them. */
    void push() {
        lab.type("docker load");
    }

    /** The image of the workers with another program in it. */
    void push(SwarmBadImage bad) {
        var node = lab.manager();
        var container =
                node.line("docker create " + named("etl-service") + ":" + TAG).strip();
        node.output("docker", "commit", "--change", "ENTRYPOINT " + bad.entrypoint(), container, bad.image());
        node.line("docker rm " + container);
        node.line("docker push --quiet " + bad.image());
    }

    @Override
    public void close() {
        lab.here()
                .run(Shell.words(
                        "docker image rm " + lab.project() + "/healthcheck-agent:dev", IMAGES.toArray(String[]::new)));
    }
}
