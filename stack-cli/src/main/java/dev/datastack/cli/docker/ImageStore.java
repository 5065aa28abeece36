package dev.datastack.cli.docker;

import dev.datastack.cli.process.Call;
import dev.datastack.cli.process.CommandRunner;
import dev.datastack.cli.process.Finished;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/** The docker commands about images: what they consist of, and what the build cache keeps. */
public final class ImageStore {
    private static final Duration BUILD = Duration.ofHours(1);
    private static final Duration PULL = Duration.ofMinutes(30);
    private static final Duration SAVE = Duration.ofMinutes(10);

    private final CommandRunner runner;

    public ImageStore(CommandRunner runner) {
        this.runner = runner;
    }

    /** Those of them that are there. */
    public List<Image> inspect(Collection<String> names) {
        return names.isEmpty() ? List.of() : Json.list(inspection(names).out(), Image.class);
    }

    public Optional<Image> image(String name) {
        return inspect(List.of(name)).stream().findFirst();
    }

    /** All that the engine tells of an image, for who is asked for any of it. */
    public JsonNode document(String name) {
        return Json.list(inspection(List.of(name)).orThrow().out()).get(0);
    }

    /** One that is missing makes the exit code 1; the others are still in the answer. */
    private Finished inspection(Collection<String> names) {
        return runner.run(
                Call.of("docker", "image", "inspect", "--format", "json").plus(List.copyOf(names)));
    }

    public Finished pull(String image, Duration answer, Consumer<String> lines) {
        return runner.run(Call.of("docker", "pull", image)
                .within(PULL)
                .speakingWithin(answer)
                .telling(lines));
    }

    public void tag(String source, String target) {
        runner.run(Call.of("docker", "tag", source, target)).orThrow();
    }

    /** The steps in the order in which they were made. */
    public List<HistoryEntry> history(String name) {
        var steps = runner.run(Call.of(
                        "docker",
                        "history",
                        "--no-trunc",
                        "--human=false",
                        "--format",
                        "{{.Size}}\t{{.CreatedBy}}",
                        name))
                .orThrow();
        var entries = new ArrayList<HistoryEntry>();
        for (var line : steps.out()) {
            int tab = line.indexOf('\t');
            if (tab > 0 && line.substring(0, tab).matches("\\d+")) {
                entries.add(new HistoryEntry(Long.parseLong(line.substring(0, tab)), line.substring(tab + 1)));
            } else if (!entries.isEmpty()) {
                // A step of several lines goes on where there is no size.
                var last = entries.remove(entries.size() - 1);
                entries.add(new HistoryEntry(last.size(), last.createdBy() + "\n" + line));
            }
        }
        Collections.reverse(entries);
        return List.copyOf(entries);
    }

    /** The bytes of the files in each layer by the image's name, the lowest first; docker has to read all of them out. */
    public Map<String, List<Long>> layerSizes(Collection<String> names) {
        var sizes = new LinkedHashMap<String, List<Long>>();
        if (names.isEmpty()) {
            return sizes;
        }
        try {
            save(
                            names,
                            saved -> SavedImages.look(saved, SavedImages::bytesOfFiles)
                                    .forEach((name, found) -> sizes.put(name, found.layers())))
                    .orThrow();
        } catch (IOException e) {
            throw new UncheckedIOException("what docker save wrote cannot be read", e);
        }
        return sizes;
    }

    /** What the layers of the images take on the engine's disk, unpacked, each once. Quick, and differs between stores. */
    public long unpackedOnDisk(Collection<Image> images) {
        var sizes = new HashMap<List<String>, Long>();
        for (var image : images) {
            var steps = history(image.id()).stream()
                    .filter(HistoryEntry::makesLayer)
                    .toList();
            for (int i = 0; i < Math.min(steps.size(), image.layers().size()); i++) {
                // The same files on another layer below are kept once more.
                sizes.put(image.layers().subList(0, i + 1), steps.get(i).size());
            }
        }
        return sizes.values().stream().mapToLong(Long::longValue).sum();
    }

    public List<CacheRecord> buildCache() {
        var call = Call.of("docker", "system", "df", "--verbose", "--format", "{{json .BuildCache}}")
                .within(Duration.ofMinutes(3));
        var df = runner.run(call);
        // It counts all else as well, and fails where a container or image of anybody is removed at that moment.
        var again = df.well() ? df : runner.run(call);
        return Json.list(again.orThrow().out(), CacheRecord.class);
    }

    /** All of them as one tar, in which each layer is once. */
    public Finished save(Collection<String> names, CommandRunner.Sink sink) throws IOException {
        return runner.pour(Call.of("docker", "save").plus(List.copyOf(names)).within(BUILD), sink);
    }

    /** One image. */
    public Finished save(String name, CommandRunner.Sink sink) throws IOException {
        return runner.pour(Call.of("docker", "save", name).within(SAVE), sink);
    }

    public Finished load(Path file, Consumer<String> lines) {
        return runner.run(Call.of("docker", "load", "--input", file.toString())
                .within(BUILD)
                .telling(lines));
    }

    public Finished build(Build build, Consumer<String> lines) {
        var call = Call.of("docker", "build", "--progress", "plain").plus(build.words());
        return LostLayer.retried(runner, call.within(BUILD).telling(lines));
    }

    /** Whether a file or folder is in the image, which needs no shell for it. */
    public boolean holds(String name, String path, Path scratch) {
        // The command is never run; an image without one of its own could not be created otherwise.
        var container = runner.run(
                        Call.of("docker", "create", name, "never-run").within(SAVE))
                .orThrow()
                .outText();
        try {
            return runner.run(Call.of("docker", "cp", container + ":" + path, scratch.toString())
                            .within(SAVE))
                    .well();
        } finally {
            runner.run(Call.of("docker", "rm", container));
        }
    }
}
