package dev.datastack.acceptance.health;

import static org.assertj.core.api.Assertions.assertThat;

import dev.datastack.acceptance.stack.Container;
import dev.datastack.acceptance.stack.NeedsEngine;
import dev.datastack.acceptance.stack.Project;
import dev.datastack.acceptance.stack.RunningStack;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** The question is written in docker-compose.yml, and in the image for who runs it without Compose. */
@NeedsEngine
class ImageHealthcheckIT {
    @Test
    void the_image_of_one_service_asks_what_compose_asks(RunningStack stack) {
        var project = stack.healthy();
        var compared = byImage(project).values().stream()
                .filter(services -> services.size() == 1)
                .map(services -> services.get(0))
                .toList();
        assertThat(compared)
                .isNotEmpty()
                .allSatisfy(one -> assertThat(asked(project, image(one)))
                        .as(image(one))
                        .isEqualTo(one.texts("/Config/Healthcheck/Test")));
    }

    @Test
    void an_image_of_several_services_cannot_know_what_to_ask(RunningStack stack) {
        var project = stack.healthy();
        byImage(project).forEach((image, services) -> {
            if (services.size() > 1) {
                assertThat(asked(project, image)).as(image).isEmpty();
            }
        });
    }

    /** The services that have a health check, by their image. */
    private static Map<String, List<Container>> byImage(Project project) {
        return project.containers().stream()
                .filter(one -> !one.health().isEmpty())
                .collect(Collectors.groupingBy(ImageHealthcheckIT::image));
    }

    private static String image(Container container) {
        return container.at("/Config/Image").asString();
    }

    private static List<String> asked(Project project, String image) {
        var inspected = project.shell().output("docker", "image", "inspect", image);
        return new Container(JsonMapper.shared().readTree(inspected).path(0)).texts("/Config/Healthcheck/Test");
    }
}
