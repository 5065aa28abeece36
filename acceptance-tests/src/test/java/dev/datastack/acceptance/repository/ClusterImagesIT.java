package dev.datastack.acceptance.repository;

import static org.assertj.core.api.Assertions.assertThat;

import dev.datastack.acceptance.stack.NeedsEngine;
import dev.datastack.acceptance.stack.Repository;
import dev.datastack.acceptance.stack.Shell;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The images that deploy/images.yaml names are those that the cluster's files start. */
@NeedsEngine
class ClusterImagesIT {
    private static final String OURS = "local-data-stack/";

    @Test
    void what_is_built_is_what_kubernetes_and_a_swarm_start() {
        var built = new TreeSet<String>();
        model().path("services")
                .forEach(service -> built.add(service.path("image").asString("")));
        built.removeIf(image -> !image.startsWith(OURS));

        var started = new TreeSet<String>();
        Manifests.of("local").pods().stream()
                .flatMap(pod -> pod.allContainers().stream())
                .forEach(container -> started.add(container.path("image").asString()));
        assertThat(started).isEqualTo(built);
        var stack = Shell.in(Repository.root())
                .output("docker", "stack", "config", "--compose-file", "deploy/swarm/stack.yaml");
        assertThat(started).allMatch(image -> stack.contains("image: " + image + "\n"));
    }

    /** A folder of this machine is not on the nodes. */
    @Test
    void the_etl_service_is_built_with_its_data() {
        assertThat(model().at("/services/etl-service/build/target").asString()).isEqualTo("with-data");
    }

    private static JsonNode model() {
        var text = Shell.in(Repository.root())
                .output(Shell.words("docker compose --project-name cluster-images --file docker-compose.yml --file"
                        + " deploy/images.yaml config --format json"));
        return JsonMapper.shared().readTree(text);
    }
}
