package dev.datastack.acceptance.repository;

import static org.assertj.core.api.Assertions.assertThat;

import dev.datastack.acceptance.stack.NeedsEngine;
import dev.datastack.acceptance.stack.Project;
import dev.datastack.acceptance.stack.Repository;
import dev.datastack.acceptance.stack.Shell;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code BASE_PREFIX} as Compose understands it, in every Compose file; {@link DockerfilesTest} reads what takes it. */
@NeedsEngine
class RegistryMirrorIT {
    private static final String MIRROR = "mirror.example.com/hub/";

    static List<Path> composeFiles() {
        return Repository.sources().stream()
                .filter(file -> file.getFileName().toString().matches("(docker-)?compose\\.ya?ml"))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("composeFiles")
    void what_is_not_built_here_comes_from_the_mirror(Path file) {
        for (var service : services(file)) {
            // Another service of the file builds what is never pulled.
            if (service.has("build") || service.path("pull_policy").asString().equals("never")) {
                continue;
            }
            assertThat(service.path("image").asString()).as(service.toString()).startsWith(MIRROR);
        }
    }

    @Test
    void every_build_of_the_stack_is_told_the_mirror() {
        var built = services(Path.of("docker-compose.yml")).stream()
                .map(service -> service.path("build"))
                .filter(JsonNode::isObject)
                .toList();
        assertThat(built).isNotEmpty().allSatisfy(build -> {
            assertThat(build.at("/args/BASE_PREFIX").asString()).isEqualTo(MIRROR);
        });
    }

    /** Those of profiles too. The project's name is a variable of the file, so it gets one. */
    private static List<JsonNode> services(Path file) {
        var folder = Objects.requireNonNull(Repository.root().resolve(file).getParent());
        var shell = Project.fresh(folder).shell().with(Map.of("BASE_PREFIX", MIRROR));
        var name = file.getFileName().toString();
        var model = shell.output(
                Shell.words("docker compose --file " + name + " --profile", "*", "config", "--format", "json"));
        return StreamSupport.stream(
                        JsonMapper.shared().readTree(model).path("services").spliterator(), false)
                .toList();
    }
}
