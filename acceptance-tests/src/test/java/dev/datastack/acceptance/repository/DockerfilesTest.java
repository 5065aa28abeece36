package dev.datastack.acceptance.repository;

import static org.assertj.core.api.Assertions.assertThat;

import dev.datastack.acceptance.stack.Repository;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DockerfilesTest {
    static List<Path> dockerfiles() {
        return Repository.sources().stream()
                .filter(file -> file.endsWith("Dockerfile"))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("dockerfiles")
    void needs_no_registry_but_for_its_base(Path file) {
        var lines = Repository.read(Repository.root().resolve(file)).lines().toList();
        assertThat(lines).as("a syntax line is an image to pull").noneMatch(line -> line.startsWith("# syntax="));
        assertThat(lines)
                .filteredOn(line -> line.startsWith("FROM "))
                .as("FROM takes ${BASE_PREFIX}, scratch or an earlier stage")
                .isNotEmpty()
                .allMatch(line -> line.matches("FROM (\\$\\{BASE_PREFIX}[^@ ]+|[a-z-]+(\\$\\{JAR})?)( AS [a-z-]+)?"));
    }

    @ParameterizedTest
    @MethodSource("dockerfiles")
    void a_health_check_asks_the_agent(Path file) {
        var text = Repository.read(Repository.root().resolve(file)).replaceAll("\\\\\n *", "");
        assertThat(text.lines())
                .filteredOn(line -> line.startsWith("HEALTHCHECK "))
                .allMatch(line -> line.contains(" CMD [\"healthcheck\", "));
    }
}
