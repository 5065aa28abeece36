package dev.datastack.cli.explain;

import dev.datastack.cli.docker.Build;
import dev.datastack.cli.docker.BuildRecipe;
import dev.datastack.cli.docker.ImageStore;
import dev.datastack.cli.problem.Problem;
import dev.datastack.cli.problem.StackException;
import dev.datastack.cli.settings.Settings;
import dev.datastack.cli.terminal.StatusLine;
import dev.datastack.cli.terminal.Terminal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Builds the naive Dockerfiles of docker/naive, each from the context of the image that it is the twin of. */
public final class Twins {
    /** The same service from a naive Dockerfile, where one was built. */
    public record Twin(String image, long size, long aboveBase) {}

    private static final int EVIDENCE = 20;

    private final ImageStore store;
    private final Path root;
    private final Settings settings;
    private final Terminal terminal;

    public Twins(ImageStore store, Path root, Settings settings, Terminal terminal) {
        this.store = store;
        this.root = root;
        this.settings = settings;
        this.terminal = terminal;
    }

    /** {@code local-data-stack/naive-airflow:dev} for {@code local-data-stack/airflow:dev}. */
    static String name(BuildRecipe recipe) {
        var image = recipe.image();
        int slash = image.lastIndexOf('/') + 1;
        return image.substring(0, slash) + "naive-" + image.substring(slash);
    }

    public void build(List<BuildRecipe> recipes) {
        recipes.stream().filter(recipe -> Files.exists(dockerfile(recipe))).forEach(this::build);
    }

    private Path dockerfile(BuildRecipe recipe) {
        return root.resolve("docker/naive").resolve(recipe.shortName()).resolve("Dockerfile");
    }

    private void build(BuildRecipe recipe) {
        var name = name(recipe);
        var status = new StatusLine(terminal, "twin " + name);
        if (!terminal.isScreen()) {
            terminal.say("twin " + name + ": building");
        }
        var built = store.build(
                Build.of(recipe.context(), name)
                        .by(dockerfile(recipe))
                        .with(settings.get("BASE_PREFIX")
                                .map(prefix -> Map.of("BASE_PREFIX", prefix))
                                .orElse(Map.of()))
                        .withSecrets(settings.get("STACK_CA_BUNDLE")
                                .map(bundle -> Map.of("ca", root.resolve(bundle).toString()))
                                .orElse(Map.of())),
                status::now);
        status.clear();
        if (!built.well()) {
            var lines = built.err();
            throw new StackException(
                            Problem.IMAGE_NOT_BUILT,
                            "the build of " + name + " ended with exit code " + built.exitCode() + ".",
                            built.call().text(),
                            "see the lines above; the twins are for comparison only, the stack does not need them")
                    .showing(lines.subList(Math.max(0, lines.size() - EVIDENCE), lines.size()));
        }
        status.done("built");
    }
}
