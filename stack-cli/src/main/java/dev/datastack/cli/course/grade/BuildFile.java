package dev.datastack.cli.course.grade;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** The Dockerfile by which a service is built. */
record BuildFile(String text) {
    private static final Pattern CONTINUED = Pattern.compile("\\\\[ \\t]*\\n");
    private static final Pattern START = Pattern.compile("(?im)^\\s*(?:CMD|ENTRYPOINT)\\s+(.+)$");

    static BuildFile of(JsonNode build) {
        if (build.has("dockerfile_inline")) {
            return new BuildFile(build.path("dockerfile_inline").asString(""));
        }
        try {
            var file = Path.of(build.path("context").asString("."))
                    .resolve(build.path("dockerfile").asString("Dockerfile"));
            return new BuildFile(Files.readString(file));
        } catch (IOException | java.nio.file.InvalidPathException e) {
            // It lies elsewhere, such as in a context that is an address; whether it is there shows in the build.
            return new BuildFile("");
        }
    }

    /** What the image starts by itself: its last entry point and command in one line. */
    String command() {
        return START.matcher(CONTINUED.matcher(text).replaceAll(" "))
                .results()
                .map(MatchResult::group)
                .map(line -> line.strip().replaceFirst("^\\w+\\s+", "").replaceAll("[\\[\\]\",]+", " "))
                .reduce("", (before, one) -> before + " " + one)
                .strip();
    }
}
