package dev.datastack.cli.course.lab;

import dev.datastack.cli.docker.Image;
import dev.datastack.cli.docker.Run;
import dev.datastack.cli.process.Finished;
import dev.datastack.cli.sandbox.Trees;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** One image, as the engine has it. */
public final class LabImage {
    private static final List<String> SHELLS = Stream.of("sh", "bash", "dash", "ash", "ksh", "zsh", "rbash")
            .flatMap(name -> Stream.of("/bin/" + name, "/usr/bin/" + name))
            .toList();

    private final Bench bench;
    private final String tag;
    private final Once<SavedImage> saved = new Once<>();

    LabImage(Bench bench, String tag) {
        this.bench = bench;
        this.tag = tag;
    }

    String tag() {
        return tag;
    }

    /** All that the engine tells of it. */
    public JsonNode inspect() {
        return bench.images().document(tag);
    }

    /** The layers' digests, the lowest first. */
    public List<String> layers() {
        return bench.images()
                .image(tag)
                .map(Image::layers)
                .orElseThrow(() -> LabException.saying("there is no image " + tag));
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
        var nothing = bench.write("no-shell", "").toAbsolutePath();
        var run = Run.of(tag, List.of()).withoutNetwork();
        for (var shell : SHELLS) {
            run = run.withReadOnly(nothing, shell);
        }
        return bench.containers().run(run);
    }

    /** Runs it without a network and returns how it ended; the options are words of {@code docker run}. */
    public Finished runs(List<String> options, List<String> command) {
        return bench.containers().run(Run.of(tag, command).withoutNetwork().withWords(options));
    }

    /** Works for an image without a shell too. */
    public boolean holds(String path) {
        var copy = bench.scratch("copied");
        try {
            return bench.images().holds(tag, path, copy);
        } finally {
            Trees.delete(copy);
        }
    }

    /** The whole image, read once for all that asks what it holds. */
    public SavedImage save() {
        return saved.get(tag, () -> new SavedImage(bench.images(), tag));
    }
}
