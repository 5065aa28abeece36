package dev.datastack.cli.explain;

import dev.datastack.cli.docker.BuildRecipe;
import dev.datastack.cli.docker.CacheRecord;
import dev.datastack.cli.docker.HistoryEntry;
import dev.datastack.cli.docker.ImageDetail;
import dev.datastack.cli.docker.ImageStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
        var images = byName(recipes.stream().map(BuildRecipe::image).toList());
        var basesThere = byName(bases);
        var histories = new LinkedHashMap<String, List<HistoryEntry>>();
        var layers = new LayerStack();
        images.forEach((name, detail) -> {
            histories.put(name, store.history(name));
            layers.add(name, detail, histories.getOrDefault(name, List.of()));
        });
        var cache = store.buildCache();
        var reports = recipes.stream()
                .flatMap(recipe -> Optional.ofNullable(images.get(recipe.image())).stream()
                        .map(detail -> new ImageReport(
                                recipe.image(),
                                detail.size(),
                                base(detail, basesThere).map(Base::name).orElse(""),
                                aboveBase(detail, basesThere),
                                twin(recipe, basesThere),
                                layers.of(recipe.image()),
                                stages(recipe, cache, histories.getOrDefault(recipe.image(), List.of())))))
                .toList();
        var missing = recipes.stream()
                .map(BuildRecipe::image)
                .filter(name -> !images.containsKey(name))
                .toList();
        return new ImageSet(reports, uses(reports, basesThere), missing, sum(reports), layers.onDisk());
    }

    private Map<String, ImageDetail> byName(List<String> names) {
        var details = store.inspect(names);
        var byName = new LinkedHashMap<String, ImageDetail>();
        for (var name : names) {
            details.stream()
                    .filter(detail -> detail.tags().contains(name))
                    .findFirst()
                    .ifPresent(detail -> byName.put(name, detail));
        }
        return byName;
    }

    private record Base(String name, ImageDetail detail) {}

    /** The base with the most layers of those whose layers the image begins with. */
    private static Optional<Base> base(ImageDetail image, Map<String, ImageDetail> basesThere) {
        return basesThere.entrySet().stream()
                .map(entry -> new Base(entry.getKey(), entry.getValue()))
                .filter(base -> beginsWith(image.layers(), base.detail().layers()))
                .max(Comparator.comparingInt(base -> base.detail().layers().size()));
    }

    private static boolean beginsWith(List<String> layers, List<String> lower) {
        return layers.size() >= lower.size() && layers.subList(0, lower.size()).equals(lower);
    }

    private static long aboveBase(ImageDetail image, Map<String, ImageDetail> basesThere) {
        return image.size()
                - base(image, basesThere).map(base -> base.detail().size()).orElse(0L);
    }

    private Optional<Twin> twin(BuildRecipe recipe, Map<String, ImageDetail> basesThere) {
        var name = Twins.name(recipe);
        return store.inspect(List.of(name)).stream()
                .findFirst()
                .map(detail -> new Twin(name, detail.size(), aboveBase(detail, basesThere)));
    }

    private static List<StageCost> stages(BuildRecipe recipe, List<CacheRecord> cache, List<HistoryEntry> history) {
        try {
            var dockerfile = Dockerfile.parse(Files.readString(recipe.dockerfile()), recipe.arguments());
            return new StageReader(cache).read(dockerfile, recipe.target(), history);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + recipe.dockerfile(), e);
        }
    }

    private static List<BaseUse> uses(List<ImageReport> reports, Map<String, ImageDetail> basesThere) {
        return basesThere.entrySet().stream()
                .map(base -> new BaseUse(
                        base.getKey(),
                        base.getValue().size(),
                        reports.stream()
                                .filter(report -> report.base().equals(base.getKey()))
                                .map(ImageReport::image)
                                .toList()))
                .toList();
    }

    private static long sum(List<ImageReport> reports) {
        return reports.stream().mapToLong(ImageReport::size).sum();
    }
}
