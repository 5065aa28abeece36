package dev.datastack.cli.docker;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** How a service's image is built; the target is empty for the last stage. */
public record BuildRecipe(
        String service, String image, Path context, Path dockerfile, String target, Map<String, String> arguments) {

    static BuildRecipe from(String service, JsonNode node) {
        var build = node.path("build");
        var context = Path.of(Json.text(build, "context"));
        var arguments = new LinkedHashMap<String, String>();
        build.path("args")
                .properties()
                .forEach(entry -> arguments.put(entry.getKey(), entry.getValue().asString("")));
        return new BuildRecipe(
                service,
                Json.text(node, "image"),
                context,
                context.resolve(build.path("dockerfile").asString("Dockerfile")).normalize(),
                Json.text(build, "target"),
                Map.copyOf(arguments));
    }

    /** The name without project and tag: {@code airflow} of {@code local-data-stack/airflow:dev}. */
    public String shortName() {
        return image.replaceFirst(".*/", "").replaceFirst(":.*", "");
    }
}
