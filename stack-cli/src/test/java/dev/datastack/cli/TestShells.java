package dev.datastack.cli;

import dev.datastack.cli.docker.Build;
import dev.datastack.cli.docker.ImageStore;
import dev.datastack.cli.process.Call;
import dev.datastack.cli.process.Finished;
import dev.datastack.cli.process.ProcessRunner;
import dev.datastack.cli.settings.EnvFile;
import dev.datastack.cli.settings.Settings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A container of {@code docker/test-tools/shells}, so that zsh and Wine need not be on the machine. It sees the clone. */
public final class TestShells implements AutoCloseable {
    private static final Path ROOT = Path.of(Objects.requireNonNull(System.getProperty("stack.root")));
    /** It ends by itself when the tests are killed. */
    private static final String SECONDS = "1800";

    private final ProcessRunner runner = new ProcessRunner();
    private final String image = "stack-cli-it-" + ProcessHandle.current().pid() + "/test-shells:dev";
    private final String container;

    public TestShells() {
        var settings = new Settings(System.getenv(), new EnvFile(ROOT.resolve(".env")));
        var secrets = settings.path("STACK_CA_BUNDLE", ROOT)
                .map(bundle -> Map.of("ca", bundle.toString()))
                .orElse(Map.of());
        var build = Build.of(ROOT.resolve("docker/test-tools/shells"), image)
                .with(Map.of("BASE_PREFIX", settings.basePrefix()))
                .withSecrets(secrets);
        new ImageStore(runner).build(build, line -> {}).orThrow();
        var run = Call.of("docker", "run", "--detach", "--rm", "--init", "--network", "none")
                .plus(List.of("--volume", ROOT + ":/repository:ro", image, "sleep", SECONDS));
        container = runner.run(run).orThrow().outText().strip();
    }

    public Finished run(Map<String, String> variables, List<String> argv) {
        var words = new ArrayList<>(List.of("docker", "exec"));
        variables.forEach((name, value) -> words.addAll(List.of("--env", name + "=" + value)));
        words.add(container);
        words.addAll(argv);
        return runner.run(Call.of(words).within(Duration.ofMinutes(2)));
    }

    public Finished run(String... argv) {
        return run(Map.of(), List.of(argv));
    }

    @Override
    public void close() {
        runner.run(Call.of("docker", "rm", "--force", container));
        runner.run(Call.of("docker", "image", "rm", image));
    }
}
