package dev.datastack.cli.course.lab;

import dev.datastack.cli.docker.Build;
import dev.datastack.cli.docker.Build.Result;
import dev.datastack.cli.process.Finished;
import dev.datastack.cli.sandbox.Trees;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.TreeMap;

/** The images that a lab builds, by tags of its own. */
public final class LabImages {
    private static final String IGNORE = ".dockerignore";

    private final Bench bench;
    private final Once<LabImage> built = new Once<>();
    private int builds;

    LabImages(Bench bench) {
        this.bench = bench;
    }

    /** The exercise's image, built once for all checks. */
    public LabImage build(Recipe recipe) {
        return built.get(recipe.toString(), () -> wellBuilt(recipe, "image-" + ++builds));
    }

    /** The image after the change; the change is taken back. */
    public LabImage buildChanged(Recipe recipe, Change change) {
        return bench.changed(change, () -> wellBuilt(recipe, "changed-" + ++builds));
    }

    /** Whether the image can still be built after the change. */
    public Finished tryChanged(Recipe recipe, Change change) {
        return bench.changed(change, () -> build(recipe, "tried-" + ++builds));
    }

    /** A base by its official name, as builds see it; it may be known to the builder alone. */
    public LabImage base(String official) {
        return built.get("base " + official, () -> {
            var dockerfile = bench.write("base.Dockerfile", "FROM " + bench.basePrefix() + official + "\n");
            var tag = tag("base-" + ++builds);
            var build = run(Build.of(bench.emptyFolder(), tag).by(dockerfile));
            if (!build.well()) {
                throw LabException.failed("the build of " + official, build);
            }
            return new LabImage(bench, tag);
        });
    }

    /** Exactly what the engine receives as the context of a build. */
    public Path context(Recipe recipe) {
        var dockerfile = bench.write("context.Dockerfile", "FROM scratch\nCOPY . /\n");
        Trees.delete(bench.scratch("context.Dockerfile" + IGNORE));
        ignored(recipe).ifPresent(list -> bench.write("context.Dockerfile" + IGNORE, list));
        var received = bench.scratch("context");
        Trees.delete(received);
        var build = run(Build.of(recipe.folder(), new Result.Written(received)).by(dockerfile));
        if (!build.well()) {
            throw LabException.failed("sending the context", build);
        }
        return received;
    }

    /** A list beside the Dockerfile, under its name, counts in place of the one at the root of the context. */
    private Optional<String> ignored(Recipe recipe) {
        var list = recipe.folder() + "/Dockerfile" + IGNORE;
        var files = bench.sandbox().files();
        try {
            return files.has(list) ? Optional.of(files.text(list)) : Optional.empty();
        } catch (IOException e) {
            throw LabException.saying(list + " cannot be read: " + e.getMessage());
        }
    }

    private LabImage wellBuilt(Recipe recipe, String name) {
        var build = build(recipe, name);
        if (!build.well()) {
            throw LabException.failed("docker build", build);
        }
        return new LabImage(bench, tag(name));
    }

    private Finished build(Recipe recipe, String name) {
        var arguments = new TreeMap<>(recipe.arguments());
        if (!bench.basePrefix().isEmpty()) {
            arguments.put("BASE_PREFIX", bench.basePrefix());
        }
        return run(Build.of(recipe.folder(), new Result.Tagged(tag(name)))
                .upTo(recipe.stage())
                .with(arguments)
                .withSecrets(recipe.files()));
    }

    private Finished run(Build build) {
        return bench.images().build(build, line -> {});
    }

    private String tag(String name) {
        return bench.name() + ":" + name;
    }
}
