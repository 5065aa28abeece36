package dev.datastack.cli.images.sbom;

import dev.datastack.cli.build.MavenWrapper;
import dev.datastack.cli.problem.Problem;
import dev.datastack.cli.problem.StackException;
import dev.datastack.cli.process.CommandRunner;
import dev.datastack.cli.process.Finished;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Maven knows best what it put into a jar; CycloneDX' plugin writes it down. */
final class MavenPackages {
    private static final int EVIDENCE = 20;
    /** The image by its short name, and the module whose classes are in it. */
    private static final Map<String, String> MODULES =
            Map.of("etl-service", "etl-service", "healthcheck-agent", "healthcheck-agent");

    private final CommandRunner runner;
    private final Path root;

    MavenPackages(CommandRunner runner, Path root) {
        this.runner = runner;
        this.root = root;
    }

    List<Component> of(String shortName) {
        return Optional.ofNullable(MODULES.get(shortName)).map(this::ofModule).orElse(List.of());
    }

    private List<Component> ofModule(String module) {
        var finished = runner.run(new MavenWrapper(root)
                .call("-q", "-B", "org.cyclonedx:cyclonedx-maven-plugin:makeBom", "-pl", module)
                .within(Duration.ofMinutes(10)));
        var file = root.resolve(module).resolve("target/bom.json");
        if (!finished.well() || !Files.exists(file)) {
            throw failed(module, finished);
        }
        var components = JsonMapper.shared().readTree(file).path("components");
        return StreamSupport.stream(components.spliterator(), false)
                .map(MavenPackages::component)
                .toList();
    }

    private static Component component(JsonNode node) {
        var licences = StreamSupport.stream(node.path("licenses").spliterator(), false)
                .map(entry -> entry.path("expression")
                        .asString(entry.path("license")
                                .path("id")
                                .asString(entry.path("license").path("name").asString(""))))
                .toList();
        return new Component(
                node.path("group").asString("") + ":" + node.path("name").asString(""),
                node.path("version").asString(""),
                node.path("purl").asString(""),
                licences);
    }

    private static StackException failed(String module, Finished finished) {
        var lines =
                Stream.concat(finished.out().stream(), finished.err().stream()).toList();
        return new StackException(
                        Problem.COMMAND_FAILED,
                        "Maven did not tell what is in the jar of " + module + ".",
                        finished.call().text(),
                        "see the lines above; the plugin comes from Maven Central or its mirror")
                .showing(lines.subList(Math.max(0, lines.size() - EVIDENCE), lines.size()));
    }
}
