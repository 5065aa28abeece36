package dev.datastack.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.datastack.cli.process.Call;
import dev.datastack.cli.process.ProcessRunner;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Every exercise of the course that needs no running stack, as shipped and with its solution. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class CourseVerifyIT {
    private static final System.Logger LOG = System.getLogger("course");
    private static final Path ROOT = Path.of(Objects.requireNonNull(System.getProperty("stack.root")));

    @Test
    void every_exercise_fails_as_shipped_and_passes_with_its_solution() {
        var runner = new ProcessRunner();
        TestEngine.isNeeded();
        var java = Path.of(System.getProperty("java.home", ""), "bin", "java").toString();
        var jar = ROOT.resolve("stack-cli/target/stack.jar").toString();
        var verify = Call.of(java, "-Dstack.home=" + ROOT, "-jar", jar, "course", "verify");
        // Topic 9 works in the running stack: DataExercisesIT.
        var topics = List.of("0", "1", "2", "3", "4", "5", "6", "7", "8");
        var finished = runner.run(verify.plus(topics).within(Duration.ofMinutes(20)));
        LOG.log(Level.INFO, "stack course verify\n{0}", finished.outText());
        assertThat(finished.exitCode())
                .as(finished.outText() + "\n" + finished.errText())
                .isZero();
    }
}
