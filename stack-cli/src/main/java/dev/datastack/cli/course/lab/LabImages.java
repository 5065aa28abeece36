package dev.datastack.cli.course.lab;

import dev.datastack.cli.process.Finished;
import dev.datastack.cli.sandbox.Trees;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The images that a lab builds, by tags of its own. */
public final class LabImages {
    private static final String IGNORE = ".dockerignore";

    private final Lab lab;
    private final Once<LabImage> built = new Once<>();
    private int builds;

    LabImages(Lab lab) {
        this.lab = lab;
    }

    /** The exercise's image, built once for all checks. */
    public LabImage build(Recipe recipe) {
        return built.get(recipe.toString(), () -> wellBuilt(recipe, "image-" + ++builds));
    }

    /** The image after the change; the change is taken back. */
    public LabImage buildChanged(Recipe recipe, Change change) {
        return lab.changed(change, () -> wellBuilt(recipe, "changed-" + ++builds));
    }

    /** Whether the image can still be built after the change. */
    public Finished tryChanged(Recipe recipe, Change change) {
        return lab.changed(change, () -> build(recipe, "tried-" + ++builds));
    }

    /** A base by its official name, as builds see it; it may be known to the builder alone. */
    public LabImage base(String official) {
        return built.get("base " + official, () -> {
            var dockerfile = lab.scratch("base.Dockerfile");
            LabFiles.write(dockerfile, "FROM " + lab.basePrefix() + official + "\n");
            var tag = tag("base-" + ++builds);
            var empty = lab.scratch("empty");
            empty.toFile().mkdirs();
            var build = lab.run("docker", "build", "--tag", tag, "--file", dockerfile.toString(), empty.toString());
            if (!build.well()) {
                throw LabException.failed("the build of " + official, build);
            }
            return new LabImage(lab, tag);
        });
    }

    /** Exactly what the engine receives as the context of a build. */
    public Path context(Recipe recipe) {
        var dockerfile = lab.scratch("context.Dockerfile");
        LabFiles.write(dockerfile, "FROM scratch\nCOPY . /\n");
        // A list beside the Dockerfile, under its name, counts in place of the one at the root of the context.
        LabFiles.mirror(
                lab.work().resolve(recipe.folder()).resolve("Dockerfile" + IGNORE),
                lab.scratch("context.Dockerfile" + IGNORE));
        var received = lab.scratch("context");
        Trees.delete(received);
        var build = lab.run(List.of(
                "docker",
                "build",
                "--file",
                dockerfile.toString(),
                "--output",
                "type=local,dest=" + received,
                recipe.folder()));
        if (!build.well()) {
            throw LabException.failed("sending the context", build);
        }
        return received;
    }

    private LabImage wellBuilt(Recipe recipe, String name) {
        var build = build(recipe, name);
        if (!build.well()) {
            throw LabException.failed("docker build", build);
        }
        return new LabImage(lab, tag(name));
    }

    private Finished build(Recipe recipe, String name) {
        var argv = new ArrayList<>(List.of("docker", "build", "--tag", tag(name)));
        if (!lab.basePrefix().isEmpty()) {
            argv.addAll(List.of("--build-arg", "BASE_PREFIX=" + lab.basePrefix()));
        }
        argv.addAll(recipe.options());
        argv.add(recipe.folder());
        return lab.run(argv);
    }

    private String tag(String name) {
        return lab.name() + ":" + name;
    }
}
