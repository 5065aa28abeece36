package dev.datastack.acceptance.repository;

import static org.assertj.core.api.Assertions.assertThat;

import dev.datastack.acceptance.stack.Repository;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DockerfilesTest {
    /** Names that docker-compose.yml and the benchmarks give to images of this stack and to folders. */
    private static final Set<String> CONTEXTS = Set.of("agent", "repository", "image", "jar");

    static List<Path> dockerfiles() {
        return Repository.sources().stream()
                .filter(file -> file.getFileName().toString().matches("(.*\\.)?Dockerfile(\\.(jar|jre))?"))
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

    /** An image that is named there would come past the mirror. */
    @ParameterizedTest
    @MethodSource("dockerfiles")
    void takes_files_from_its_stages_and_contexts_alone(Path file) {
        var text = Repository.read(Repository.root().resolve(file));
        var known = new TreeSet<>(CONTEXTS);
        Pattern.compile("(?m)^FROM .* AS ([a-z-]+)$")
                .matcher(text)
                .results()
                .forEach(stage -> known.add(stage.group(1)));
        var sources = Pattern.compile("(?m)^[^#]*(?:--|,)from=([^\\s,]+)")
                .matcher(text)
                .results()
                .map(source -> source.group(1))
                .toList();
        assertThat(known).containsAll(sources);
    }

    @ParameterizedTest
    @MethodSource("dockerfiles")
    void a_health_check_asks_the_agent(Path file) {
        var text = Repository.read(Repository.root().resolve(file)).replaceAll("\\\\\n *", "");
        assertThat(text.lines())
                .filteredOn(line -> line.startsWith("HEALTHCHECK "))
                .allMatch(line -> line.contains(" CMD [\"healthcheck\", "));
    }

    /** Of the repository a build gets what is named, so the copies of certificates and of Maven's settings stay out of it. */
    @Test
    void a_build_gets_nothing_of_the_folder_stack() {
        var lists = Repository.sources().stream()
                .filter(file -> file.startsWith("docker") && file.toString().endsWith("ockerfile.dockerignore"))
                .toList();
        assertThat(lists).hasSizeGreaterThan(2);
        for (var list : lists) {
            var patterns = Repository.read(Repository.root().resolve(list))
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
            assertThat(patterns)
                    .as(list.toString())
                    .startsWith("*")
                    .noneMatch(line -> line.matches("!(\\.|\\*|/).*") && !line.equals("!.mvn"));
        }
    }
}
