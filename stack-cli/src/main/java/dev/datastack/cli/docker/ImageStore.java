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
import java.util.function.Consumer;

/** The docker commands about images: what they consist of, and what the build cache keeps. */
public final class ImageStore {
    private static final Duration BUILD = Duration.ofHours(1);

    private final CommandRunner runner;

    public ImageStore(CommandRunner runner) {
        this.runner = runner;
    }

    /** Those of them that are there. */
    public List<ImageDetail> inspect(Collection<String> names) {
        if (names.isEmpty()) {
            return List.of();
        }
        var argv = new ArrayList<>(List.of("docker", "image", "inspect", "--format", "json"));
        argv.addAll(names);
        // One that is missing makes the exit code 1; the others are still in the answer.
        return Json.list(runner.run(Call.of(argv)).out()).stream()
                .map(ImageDetail::from)
                .toList();
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
            // A step of several lines goes on where there is no size.
            if (tab > 0 && line.substring(0, tab).matches("\\d+")) {
                entries.add(new HistoryEntry(Long.parseLong(line.substring(0, tab)), line.substring(tab + 1)));
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
    public long unpackedOnDisk(Collection<ImageDetail> images) {
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
        var df = runner.run(Call.of("docker", "system", "df", "--verbose", "--format", "{{json .BuildCache}}")
                .within(Duration.ofMinutes(3)));
        return Json.list(df.orThrow().out()).stream().map(CacheRecord::from).toList();
    }

    /** All of them as one tar, in which each layer is once. */
    public Finished save(Collection<String> names, CommandRunner.Sink sink) throws IOException {
        return runner.pour(Call.of("docker", "save").plus(List.copyOf(names)), sink);
    }

    public Finished load(Path file, Consumer<String> lines) {
        return runner.run(Call.of("docker", "load", "--input", file.toString())
                .within(BUILD)
                .telling(lines));
    }

    /** The engine's own machine, in Docker's words: {@code linux/amd64}. */
    public String platform() {
        return runner.run(Call.of("docker", "version", "--format", "{{.Server.Os}}/{{.Server.Arch}}"))
                .orThrow()
                .outText();
    }

    /** Where the engine keeps images, on its own machine. */
    public Path folder() {
        return Path.of(runner.run(Call.of("docker", "info", "--format", "{{.DockerRootDir}}"))
                .orThrow()
                .outText());
    }

    public Finished build(List<String> arguments, Consumer<String> lines) {
        var argv = new ArrayList<>(List.of("docker", "build", "--progress", "plain"));
        argv.addAll(arguments);
        return runner.run(Call.of(argv).within(BUILD).telling(lines));
    }
}
