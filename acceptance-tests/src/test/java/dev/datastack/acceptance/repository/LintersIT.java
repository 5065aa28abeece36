package dev.datastack.acceptance.repository;

import static org.assertj.core.api.Assertions.assertThat;

import dev.datastack.acceptance.stack.GoProgram;
import dev.datastack.acceptance.stack.NeedsEngine;
import dev.datastack.acceptance.stack.Repository;
import dev.datastack.acceptance.stack.Shell;
import dev.datastack.acceptance.stack.TestTools;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@NeedsEngine
class LintersIT {
    /** Written badly on purpose: what docs/benchmarks.md measures the real images against. */
    private static final Path NAIVE = Path.of("docker/naive");
    /** Broken on purpose: what a learner repairs. */
    private static final Path STARTERS = Path.of("docs/exercises");
    /** Flawed on purpose: what the grading has to find. */
    private static final Path FLAWED = Path.of("acceptance-tests/src/test/resources/capstone");

    /** In a fork: what its learner makes. */
    private static final Path CAPSTONE = Path.of("capstone");

    private static final String COMPOSE_FILE = "docker-compose.yml";

    /** What the tests put over the real Compose file. */
    private static final Path OVERRIDES = Path.of("acceptance-tests/src/test/resources");

    @Test
    void hadolint_finds_nothing(TestTools tools) {
        clean(
                tools,
                List.of("hadolint", "--config", ".hadolint.yaml"),
                file -> named(file, "Dockerfile")
                        && Stream.of(NAIVE, STARTERS, FLAWED).noneMatch(file::startsWith));
    }

    @Test
    void yamllint_finds_nothing(TestTools tools) {
        clean(
                tools,
                List.of("yamllint", "--strict", "--config-file", ".yamllint.yaml"),
                file -> named(file, ".yaml") || named(file, ".yml"));
    }

    /** Its schema is older than the key `provenance`, so it gets the file without; Compose itself checks the whole. */
    @Test
    void dclint_finds_nothing_in_the_compose_files(TestTools tools) throws IOException {
        var text = Files.readString(Repository.root().resolve(COMPOSE_FILE));
        var copy = Path.of("acceptance-tests/target/dclint/docker-compose.yml");
        var target = Repository.root().resolve(copy);
        Files.createDirectories(target.resolveSibling(""));
        Files.writeString(target, text.replaceAll("(?m)^ *provenance: .*\n", ""));
        var files = Stream.concat(
                Stream.of(copy),
                Repository.sources().stream().filter(file -> file.startsWith(OVERRIDES) && named(file, ".yaml")));
        clean(tools, List.of("dclint", "--config", ".dclintrc.yaml", "--max-warnings", "0"), files);
    }

    @Test
    void shellcheck_finds_nothing(TestTools tools) {
        clean(
                tools,
                List.of("shellcheck", "--external-sources"),
                file -> named(file, ".sh") || file.equals(Path.of("stack")) || file.equals(Path.of(".ci/run")));
    }

    @Test
    void the_workflows_of_github_keep_their_schema(TestTools tools) {
        clean(
                tools,
                List.of("check-jsonschema", "--quiet", "--builtin-schema", "vendor.github-workflows"),
                workflows());
    }

    @Test
    void actionlint_finds_nothing() {
        var command =
                new ArrayList<>(List.of(GoProgram.named("actionlint-1.7.12").toString()));
        command.addAll(workflows().map(Path::toString).toList());
        var finished = Shell.in(Repository.root()).run(command);
        assertThat(finished.well()).as(Shell.told(finished)).isTrue();
    }

    private static Stream<Path> workflows() {
        return Repository.sources().stream().filter(file -> file.startsWith(".github/workflows"));
    }

    private static boolean named(Path file, String end) {
        return file.toString().endsWith(end);
    }

    private static void clean(TestTools tools, List<String> linter, Predicate<Path> wanted) {
        var ours = Repository.sources().stream().filter(file -> !file.startsWith(CAPSTONE));
        clean(tools, linter, ours.filter(wanted));
    }

    private static void clean(TestTools tools, List<String> linter, Stream<Path> wanted) {
        var files = wanted.map(Path::toString).toList();
        assertThat(files).as("files for %s", linter.get(0)).isNotEmpty();
        var command = new ArrayList<>(linter);
        command.addAll(files);
        var finished = tools.run(command);
        assertThat(finished.well()).as(Shell.told(finished)).isTrue();
        assertThat(finished.outText()).isEmpty();
    }
}
