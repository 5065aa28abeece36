package dev.datastack.cli.images.bases;

import dev.datastack.cli.process.Call;
import dev.datastack.cli.process.CommandException;
import dev.datastack.cli.process.CommandRunner;
import dev.datastack.cli.process.Finished;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Builds bases from Debian packages by the recipes in docker/bases. */
final class StandIns {
    /** Never the official names: those would serve the other projects on this machine too. */
    static final String PREFIX = "datastack.local/";

    static final String LABEL = "dev.datastack.standin";
    private static final Duration LIMIT = Duration.ofMinutes(30);

    private final CommandRunner runner;
    private final Path recipes;

    StandIns(CommandRunner runner, Path root) {
        this.runner = runner;
        this.recipes = root.resolve("docker/bases");
    }

    /** The reason why it could not be built, if so. */
    Optional<String> build(BaseImage base, Consumer<String> lines) {
        try {
            var finished = runner.run(call(base).within(LIMIT).telling(lines));
            return finished.well() ? Optional.empty() : Optional.of(reason(finished));
        } catch (CommandException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    private Call call(BaseImage base) {
        var recipe = recipes.resolve(base.folder());
        var image = PREFIX + base.name();
        return base.folder().equals("debian")
                ? Call.of("bash", recipe.resolve("build.sh").toString(), image)
                : Call.of(List.of(
                        "docker",
                        "build",
                        "--progress",
                        "plain",
                        "--build-arg",
                        "BASE_PREFIX=" + PREFIX,
                        "-t",
                        image,
                        recipe.toString()));
    }

    /** debootstrap needs root and says so in one line; a build says it in its last lines. */
    private static String reason(Finished finished) {
        return finished.call().text() + " ended with exit code " + finished.exitCode() + ": " + finished.lastWords();
    }
}
