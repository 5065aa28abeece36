package dev.datastack.cli.explain;

import dev.datastack.cli.docker.BuildRecipe;
import dev.datastack.cli.docker.CacheRecord;
import dev.datastack.cli.docker.Dockerfile;
import dev.datastack.cli.docker.ImageStore;
import dev.datastack.cli.explain.Twins.Twin;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Puts together what the engine knows of each image, and finds what they have in common. */
public final class ImageReader {
    private final ImageStore store;
    private final List<String> bases;

    /** The names of the bases tell where an image's own part begins. */
    public ImageReader(ImageStore store, List<String> bases) {
        this.store = store;
        this.bases = bases;
    }

    public ImageSet read(List<BuildRecipe> recipes) {
        var names = recipes.stream().map(BuildRecipe::image).toList();
        var twins = recipes.stream().map(Twins::name).toList();
        var there = stored(names, Stream.concat(twins.stream(), bases.stream()).toList());
        var basesThere = those(bases, there);
        var layers = new LayerStack(those(names, there));
        var cache = store.buildCache();
        var reports = recipes.stream()
                .flatMap(recipe -> those(List.of(recipe.image()), there).stream()
                        .map(image -> new ImageReport(
                                image.name(),
                                image.size(),
                                base(image, basesThere).map(StoredImage::name).orElse(""),
                                aboveBase(image, basesThere),
                                twin(recipe, there, basesThere),
                                layers.of(image.name()),
                                stages(recipe, cache, image))))
                .toList();
        var missing = names.stream().filter(name -> !there.containsKey(name)).toList();
        return new ImageSet(reports, uses(reports, basesThere), missing, sum(reports), layers.eachOnce());
    }

    /** How they were made is told of our own alone. */
    private Map<String, StoredImage> stored(List<String> own, List<String> others) {
        var details = store.inspect(Stream.concat(own.stream(), others.stream()).toList());
        var there = Stream.concat(own.stream(), others.stream())
                .filter(name ->
                        details.stream().anyMatch(detail -> detail.repoTags().contains(name)))
                .toList();
        var stored = new LinkedHashMap<String, StoredImage>();
        store.layerSizes(there)
                .forEach((name, sizes) -> details.stream()
                        .filter(detail -> detail.repoTags().contains(name))
                        .findFirst()
                        .map(detail -> new StoredImage(
                                name, detail.layers(), sizes, own.contains(name) ? store.history(name) : List.of()))
                        .ifPresent(image -> stored.put(name, image)));
        return stored;
    }

    private static List<StoredImage> those(List<String> names, Map<String, StoredImage> there) {
        return names.stream()
                .flatMap(name -> Optional.ofNullable(there.get(name)).stream())
                .toList();
    }

    /** The base with the most layers of those whose layers the image begins with. */
    private static Optional<StoredImage> base(StoredImage image, List<StoredImage> basesThere) {
        return basesThere.stream()
                .filter(image::liesOn)
                .max(Comparator.comparingInt(base -> base.layers().size()));
    }

    private static long aboveBase(StoredImage image, List<StoredImage> basesThere) {
        return image.size() - base(image, basesThere).map(StoredImage::size).orElse(0L);
    }

    private static Optional<Twin> twin(
            BuildRecipe recipe, Map<String, StoredImage> there, List<StoredImage> basesThere) {
        return Optional.ofNullable(there.get(Twins.name(recipe)))
                .map(twin -> new Twin(twin.name(), twin.size(), aboveBase(twin, basesThere)));
    }

    private static List<StageCost> stages(BuildRecipe recipe, List<CacheRecord> cache, StoredImage image) {
        try {
            var dockerfile = Dockerfile.parse(Files.readString(recipe.dockerfile()), recipe.arguments());
            return new StageReader(cache).read(dockerfile, recipe.target(), image.history());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + recipe.dockerfile(), e);
        }
    }

    private static List<BaseUse> uses(List<ImageReport> reports, List<StoredImage> basesThere) {
        return basesThere.stream()
                .map(base -> new BaseUse(
                        base.name(),
                        base.size(),
                        reports.stream()
                                .filter(report -> report.base().equals(base.name()))
                                .map(ImageReport::image)
                                .toList()))
                .toList();
    }

    private static long sum(List<ImageReport> reports) {
        return reports.stream().mapToLong(ImageReport::size).sum();
    }
}
