package dev.datastack.cli.course.lab;

import dev.datastack.cli.process.Finished;
import dev.datastack.cli.sandbox.Trees;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One image, as the engine has it. */
public final class LabImage {
    private static final List<String> SHELLS = Stream.of("sh", "bash", "dash", "ash", "ksh", "zsh", "rbash")
            .flatMap(name -> Stream.of("/bin/" + name, "/usr/bin/" + name))
            .toList();

    private final Lab lab;
    private final String tag;
    private final Once<SavedImage> saved = new Once<>();

    LabImage(Lab lab, String tag) {
        this.lab = lab;
        this.tag = tag;
    }

    String tag() {
        return tag;
    }

    public JsonNode inspect() {
        return JsonMapper.shared()
                .readTree(lab.run("docker", "image", "inspect", tag).orThrow().outText())
                .path(0);
    }

    /** The layers' digests, the lowest first. */
    public List<String> layers() {
        return StreamSupport.stream(inspect().path("RootFS").path("Layers").spliterator(), false)
                .map(layer -> layer.asString(""))
                .toList();
    }

    /** The layers on top of another image, empty when this image is not built on it. */
    public Optional<List<String>> layersAbove(LabImage base) {
        var mine = layers();
        var below = base.layers();
        return mine.size() >= below.size() && mine.subList(0, below.size()).equals(below)
                ? Optional.of(mine.subList(below.size(), mine.size()))
                : Optional.empty();
    }

    /** Bytes of the files in all layers. */
    public long size() {
        return save().size();
    }

    /** Bytes of the files in those of its layers that are not among the others. */
    public long sizeWithout(List<String> others) {
        var digests = layers();
        var sizes = save().layers();
        return IntStream.range(0, digests.size())
                .filter(layer -> !others.contains(digests.get(layer)))
                .mapToLong(sizes::get)
                .sum();
    }

    /** Runs its own command where no shell can be started: in place of each lies a file that is no program. */
    public Finished runsWithoutShell() {
        var nothing = lab.scratch("no-shell");
        LabFiles.write(nothing, "");
        return runs(
                SHELLS.stream()
                        .map(shell ->
                                "--mount=type=bind,readonly,source=" + nothing.toAbsolutePath() + ",target=" + shell)
                        .toList(),
                List.of());
    }

    /** Runs it without a network and returns how it ended. */
    public Finished runs(List<String> options, List<String> command) {
        var argv = new ArrayList<>(List.of("docker", "run", "--rm", "--network", "none"));
        argv.addAll(options);
        argv.add(tag);
        argv.addAll(command);
        return lab.run(argv);
    }

    /** Works for an image without a shell too. */
    public boolean holds(String path) {
        // The command is never run; an image without one of its own could not be created otherwise.
        var container = lab.run("docker", "create", tag, "never-run").orThrow().outText();
        var copy = lab.scratch("copied");
        try {
            return lab.run("docker", "cp", container + ":" + path, copy.toString())
                    .well();
        } finally {
            lab.run("docker", "rm", container);
            Trees.delete(copy);
        }
    }

    /** The whole image as a file, written once. */
    public SavedImage save() {
        return saved.get(tag, () -> {
            var file = lab.scratch("saved-" + tag.substring(tag.lastIndexOf(':') + 1) + ".tar");
            lab.run("docker", "save", "--output", file.toString(), tag).orThrow();
            return new SavedImage(file, tag);
        });
    }
}
