package dev.datastack.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.datastack.cli.StackCli;
import dev.datastack.cli.process.Call;
import dev.datastack.cli.process.ProcessRunner;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What a start of the command loads: each class costs time, and some bring hundreds of others. */
@DisplayNameGeneration(ReplaceUnderscores.class)
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the docker that stands in is a POSIX shell script")
class StartupTest {
    private static final Path TRAINING =
            Path.of(Objects.requireNonNull(System.getProperty("stack.root")), "stack-cli/launcher/training");

    @TempDir
    private Path home;

    private List<String> status(String... options) {
        var java = Path.of(System.getProperty("java.home"), "bin/java").toString();
        var call = Call.of(java, "-Xlog:class+load:stderr", "-Dstack.home=" + home)
                .plus(List.of("-cp", System.getProperty("java.class.path"), StackCli.class.getName(), "status"))
                .plus(List.of(options))
                .in(home)
                .with(Map.of("PATH", TRAINING + ":" + System.getenv("PATH")));
        var finished = new ProcessRunner().run(call);
        assertThat(finished.exitCode()).as(finished.errText()).isZero();
        assertThat(finished.outText()).contains("postgres");
        return finished.err();
    }

    @Test
    void status_needs_no_picocli_no_json_mapper_no_other_verb_and_no_compose() {
        status();
        assertThat(status())
                .anyMatch(line -> line.contains("dev.datastack.cli.status.StatusCommand "))
                .anyMatch(line -> line.contains("tools.jackson.core.json.JsonFactory "))
                .noneMatch(line -> line.contains(" picocli."))
                .noneMatch(line -> line.contains(" dev.datastack.cli.docker.Compose "))
                .noneMatch(line -> line.contains(" dev.datastack.cli.up."))
                .noneMatch(line -> line.contains(" dev.datastack.cli.course."))
                .noneMatch(line -> line.contains(" tools.jackson.databind.json.JsonMapper "))
                .noneMatch(line -> line.contains(" tools.jackson.databind.deser."))
                .noneMatch(line -> line.contains(" java.util.logging."));
    }

    @Test
    void only_the_first_status_starts_compose() {
        assertThat(status("--json")).anyMatch(line -> line.contains(" dev.datastack.cli.docker.Compose "));
        assertThat(home.resolve(".stack/model.json")).exists();
    }
}
