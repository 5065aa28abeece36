package dev.datastack.cli.course.grade;

import dev.datastack.cli.docker.Dockerfile;
import dev.datastack.cli.sandbox.ProjectFiles;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** The Dockerfile by which a service is built. */
record BuildFile(String text) {
    private static final Set<String> STARTS = Set.of("CMD", "ENTRYPOINT");

    static BuildFile of(JsonNode build, ProjectFiles files) {
        if (build.has("dockerfile_inline")) {
            return new BuildFile(build.path("dockerfile_inline").asString(""));
        }
        try {
            var file = Path.of(build.path("context").asString("."))
                    .resolve(build.path("dockerfile").asString("Dockerfile"));
            return new BuildFile(files.text(file.toString()));
        } catch (IOException | InvalidPathException e) {
            // It lies elsewhere, such as in a context that is an address; whether it is there shows in the build.
            return new BuildFile("");
        }
    }

    /** What the image starts by itself: its last entry point and command in one line. */
    String command() {
        return Dockerfile.parse(text, Map.of()).stages().stream()
                .flatMap(stage -> stage.steps().stream())
                .filter(step -> STARTS.contains(step.instruction()))
                .map(step -> step.text().replaceFirst("^\\w+ ", "").replaceAll("[\\[\\]\",]+", " "))
                .collect(Collectors.joining(" "))
                .strip();
    }
}
