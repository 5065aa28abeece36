package dev.datastack.cli.images.bases;

import dev.datastack.cli.docker.Build;
import dev.datastack.cli.docker.ImageStore;
import dev.datastack.cli.process.Call;
import dev.datastack.cli.process.CommandException;
import dev.datastack.cli.process.CommandRunner;
import dev.datastack.cli.process.Finished;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
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
            var finished = base.folder().equals("debian") ? debian(base, lines) : onDebian(base, lines);
            return finished.well() ? Optional.empty() : Optional.of(reason(finished));
        } catch (CommandException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    private Finished debian(BaseImage base, Consumer<String> lines) {
        var script = recipes.resolve(base.folder()).resolve("build.sh");
        return runner.run(Call.of("bash", script.toString(), PREFIX + base.name())
                .within(LIMIT)
                .telling(lines));
    }

    private Finished onDebian(BaseImage base, Consumer<String> lines) {
        var arguments = new HashMap<>(base.arguments());
        arguments.put("BASE_PREFIX", PREFIX);
        var build =
                Build.of(recipes.resolve(base.folder()), PREFIX + base.name()).with(arguments);
        return new ImageStore(runner).build(build, lines);
    }

    /** debootstrap needs root and says so in one line; a build says it in its last lines. */
    private static String reason(Finished finished) {
        return finished.call().text() + " ended with exit code " + finished.exitCode() + ": " + finished.lastWords();
    }
}
