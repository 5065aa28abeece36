package dev.datastack.cli.course.grade;

import dev.datastack.cli.docker.Dockerfile;
import dev.datastack.cli.sandbox.ProjectFiles;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * The Dockerfile by which a service is built, with the build arguments that the Compose file sets, and the names of its
 * additional contexts: a stage of such a name is not used.
 */
record BuildFile(String text, Map<String, String> arguments, Set<String> contexts) {
    private static final Set<String> STARTS = Set.of("CMD", "ENTRYPOINT");

    static BuildFile of(JsonNode build, ProjectFiles files) {
        var arguments = build.path("args").properties().stream()
                .collect(Collectors.toUnmodifiableMap(
                        Entry::getKey, argument -> argument.getValue().asString("")));
        var contexts = build.path("additional_contexts").properties().stream()
                .map(Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
        return new BuildFile(text(build, files), arguments, contexts);
    }

    private static String text(JsonNode build, ProjectFiles files) {
        if (build.has("dockerfile_inline")) {
            return build.path("dockerfile_inline").asString("");
        }
        try {
            var file = Path.of(build.path("context").asString("."))
                    .resolve(build.path("dockerfile").asString("Dockerfile"));
            return files.text(file.toString());
        } catch (IOException | InvalidPathException e) {
            // It lies elsewhere, such as in a context that is an address; whether it is there shows in the build.
            return "";
        }
    }

    Dockerfile dockerfile() {
        return Dockerfile.parse(text, arguments);
    }

    /** What the image starts by itself: its last entry point and command in one line. */
    String command() {
        return dockerfile().stages().stream()
                .flatMap(stage -> stage.steps().stream())
                .filter(step -> STARTS.contains(step.instruction()))
                .map(step -> step.text().replaceFirst("^\\w+ ", "").replaceAll("[\\[\\]\",]+", " "))
                .collect(Collectors.joining(" "))
                .strip();
    }
}
