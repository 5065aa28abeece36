package dev.datastack.cli.course.grade;

import static org.assertj.core.api.Assertions.assertThat;

import dev.datastack.cli.FakeRunner;
import dev.datastack.cli.sandbox.ComposeFiles;
import dev.datastack.cli.sandbox.Sandboxes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class GradedProjectTest {
    @TempDir
    private Path project;

    @TempDir
    private Path home;

    private final FakeRunner docker = new FakeRunner();

    /** Compose 5 refuses the variable there, and a grading would end with it. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "pull_policy: ${POLICY:-build}",
                "pull_policy: &built ${POLICY:-build}  # or missing",
                "pull_policy: \"$POLICY\"",
                "{pull_policy: ${POLICY:-${OTHER:-build}}}"
            })
    void compose_reads_a_word_where_the_project_has_a_variable_in_its_pull_policy(String line) throws IOException {
        Files.writeString(project.resolve("docker-compose.yml"), line + "\nimage: ${NAME}\n");
        var sandbox = new GradedProject(Sandboxes.of(docker, project, home));
        var read = new ArrayList<String>();
        docker.on("config --format json --no-interpolate --no-env-resolution", call -> {
            read.add(text(Path.of(call.argv().get(call.argv().indexOf("--file") + 1))));
            return FakeRunner.finished(call, 0, "{}", "");
        });
        var file = sandbox.files().folder().resolve("docker-compose.yml");
        sandbox.asWritten(new ComposeFiles(List.of(file), Optional.empty()));
        var policy = line.replaceAll("\\$(POLICY|\\{POLICY:-(build|\\$\\{OTHER:-build\\})\\})", "missing");
        assertThat(read).containsExactly(policy + "\nimage: ${NAME}\n");
        assertThat(sandbox.files().folder()).isDirectoryNotContaining("glob:**as-written*");
        assertThat(file).hasContent(line + "\nimage: ${NAME}\n");
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
