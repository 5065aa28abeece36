package dev.datastack.acceptance.cluster;

import dev.datastack.acceptance.stack.Project;
import dev.datastack.acceptance.stack.Repository;
import dev.datastack.acceptance.stack.Shell;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The images of this clone, in the registry of the lab. */
final class SwarmImages implements AutoCloseable {
    static final String REPOSITORY = SwarmLab.REGISTRY + "/flights";
    static final String TAG = "1";

    private static final String COMPOSE = "docker compose --file docker-compose.yml --file deploy/images.yaml ";
    private static final String SERVICES = " secrets airflow-init etl-service pgadmin";
    private static final List<String> IMAGES = Stream.of("postgres", "airflow", "etl-service", "pgadmin")
            .map(SwarmImages::named)
            .map(image -> image + ":" + TAG)
            .toList();

    private final String project =
            "swarm-" + Long.toString(ProcessHandle.current().pid(), 36);
    private final Shell here;
    private final Shell node;

    SwarmImages(SwarmLab lab) {
        var settings = Map.of("REGISTRY", REPOSITORY, "TAG", TAG);
        here = Shell.in(Repository.root())
                .within(Duration.ofMinutes(30))
                .with(settings)
                .with(Project.named(project));
        node = here.with(lab.manager().environment());
    }

    static String named(String image) {
        return REPOSITORY + "/" + image;
    }

    /** Built by this machine's engine. It does not reach the registry, so that of a node pushes them. */
    void push() {
        here.line(COMPOSE + "build" + SERVICES);
        var copy = "docker save " + String.join(" ", IMAGES) + " | DOCKER_HOST="
                + node.environment().get("DOCKER_HOST") + " docker load";
        here.output("sh", "-c", copy);
        node.line(COMPOSE + "push" + SERVICES);
    }

    /** The image of the workers with another program in it. */
    void push(SwarmBadImage bad) {
        var container =
                node.line("docker create " + named("etl-service") + ":" + TAG).strip();
        node.output("docker", "commit", "--change", "ENTRYPOINT " + bad.entrypoint(), container, bad.image());
        node.line("docker rm " + container);
        node.line("docker push --quiet " + bad.image());
    }

    @Override
    public void close() {
        here.run(Shell.words("docker image rm " + project + "/healthcheck-agent:dev", IMAGES.toArray(String[]::new)));
    }
}
