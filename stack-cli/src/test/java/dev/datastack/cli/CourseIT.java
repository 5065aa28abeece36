package dev.datastack.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.datastack.cli.process.Call;
import dev.datastack.cli.process.Finished;
import dev.datastack.cli.process.ProcessRunner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The course as a learner meets it: the packaged command, the real exercises, the real engine. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class CourseIT {
    private static final Path ROOT = Path.of(Objects.requireNonNull(System.getProperty("stack.root")));
    private static final ProcessRunner RUNNER = new ProcessRunner();

    @TempDir
    private Path folder;

    @BeforeEach
    void an_engine_answers() {
        TestEngine.isNeeded();
    }

    private Finished course(String... words) {
        var java = Path.of(System.getProperty("java.home", ""), "bin", "java").toString();
        var jar = ROOT.resolve("stack-cli/target/stack.jar").toString();
        var call = Call.of(java, "-Dstack.home=" + ROOT, "-jar", jar, "course")
                .plus(List.of(words))
                .plus(words[0].equals("verify") ? List.of() : List.of("--folder", folder.toString()));
        return RUNNER.run(call.within(Duration.ofMinutes(10)));
    }

    /** Of the checks of one exercise: others of this machine may have images of theirs meanwhile. */
    private static List<String> left(String exercise) {
        return RUNNER.run(Call.of("docker", "images", "--format", "{{.Repository}}")).orThrow().out().stream()
                .filter(image -> image.startsWith("course-check-" + exercise.replace('.', '-') + "-"))
                .toList();
    }

    @Test
    void a_learner_starts_fails_asks_repairs_passes_and_compares() throws IOException {
        assertThat(course("list").outText()).contains("Next: ./stack course start 0.1");
        assertThat(course("start", "1.1").outText()).contains("1-order-of-steps");
        var failed = course("check");
        assertThat(failed.exitCode()).as(failed.outText() + failed.errText()).isEqualTo(1);
        assertThat(failed.outText())
                .contains("passed  The image builds", "failed  A change of report.py makes one new layer")
                .contains("observed: 2 of ");
        assertThat(course("solution").exitCode()).isEqualTo(1);
        var page = folder.resolve("report.html");
        assertThat(course("report", "--output", page.toString()).outText()).contains("report    file:");
        assertThat(page).content().contains("A change of report.py makes one new layer");
        assertThat(course("hint").outText()).startsWith("Hint 1 of 3");
        repair();
        var passed = course("check");
        assertThat(passed.exitCode()).as(passed.outText() + passed.errText()).isZero();
        assertThat(course("solution").outText()).contains("COPY airports.csv make_table.py ./");
        assertThat(course("list").outText()).contains("1.1   passed", "Next: ./stack course start 1.2");
        assertThat(left("1.1")).isEmpty();
    }

    private void repair() throws IOException {
        var dockerfile = folder.resolve("01-images-and-layers/1-order-of-steps/Dockerfile");
        var text = Files.readString(dockerfile);
        assertThat(text).contains("COPY . .\n");
        Files.writeString(
                dockerfile,
                text.replace("COPY . .\n", "COPY airports.csv make_table.py ./\n")
                        .replace("CMD [", "COPY report.py ./\nCMD ["));
    }

    @Test
    void a_dockerfile_that_does_not_build_shows_why() throws IOException {
        course("start", "1.2");
        Files.writeString(
                folder.resolve("01-images-and-layers/2-deleted-and-still-there/Dockerfile"),
                "FROM scratch\nCOPY x /\n");
        var failed = course("check", "1.2");
        assertThat(failed.exitCode()).isEqualTo(1);
        assertThat(failed.outText())
                .contains("failed  The image builds", "docker build ended with exit code 1", "\"/x\": not found")
                .contains("skipped It prints the version");
    }

    @Test
    void a_check_waits_for_another_of_the_same_folder() {
        course("start", "1.2");
        var first = CompletableFuture.supplyAsync(() -> course("check", "1.2"));
        var second = CompletableFuture.supplyAsync(() -> course("check", "1.2"));
        for (var finished : List.of(first.join(), second.join())) {
            assertThat(finished.outText())
                    .as(finished.errText())
                    .contains("passed  It prints the version")
                    .contains("observed: 40.0 MB on top of debian:trixie-slim");
        }
        assertThat(left("1.2")).isEmpty();
    }
}
