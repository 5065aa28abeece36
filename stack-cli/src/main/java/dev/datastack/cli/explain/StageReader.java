package dev.datastack.cli.explain;

import dev.datastack.cli.docker.CacheRecord;
import dev.datastack.cli.docker.Dockerfile;
import dev.datastack.cli.docker.Dockerfile.Stage;
import dev.datastack.cli.docker.Dockerfile.Step;
import dev.datastack.cli.docker.HistoryEntry;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Finds the steps of a Dockerfile's stages in the build cache, which keeps what each of them wrote. */
final class StageReader {
    private final List<CacheRecord> cache;

    StageReader(List<CacheRecord> cache) {
        this.cache = cache;
    }

    List<StageCost> read(Dockerfile dockerfile, String target, List<HistoryEntry> history) {
        var shipped = dockerfile.shipped(target);
        return dockerfile.leftBehind(target).stream()
                .map(stage -> new StageCost(stage.name(), written(stage), taken(stage, shipped, history)))
                .toList();
    }

    /** Nothing when a command of the stage is in the cache no more: half a sum would mislead. */
    private OptionalLong written(Stage stage) {
        long sum = 0;
        for (var step : stage.steps().stream().filter(Step::writesFiles).toList()) {
            var found = result(stage, step);
            if (found.isEmpty() && step.instruction().equals("RUN")) {
                return OptionalLong.empty();
            }
            sum += found.map(CacheRecord::bytes).orElse(0L);
        }
        return OptionalLong.of(sum);
    }

    /** The same step may have run on other input before; the last one counts. */
    private Optional<CacheRecord> result(Stage stage, Step step) {
        return cache.stream()
                .filter(entry -> isResult(Step.squeezed(entry.description()), stage, step))
                .max(Comparator.comparing(CacheRecord::lastUsedAt));
    }

    private static boolean isResult(String description, Stage stage, Step step) {
        if (step.instruction().equals("RUN")) {
            return description.startsWith("mount / from exec ")
                    && command(description).endsWith(command(step.plain()));
        }
        return description.startsWith("[" + stage.name() + " ") && description.endsWith("] " + step.text());
    }

    /** The bare command, of a list in brackets too. */
    private static String command(String text) {
        var plain = text.replaceFirst("^RUN ", "");
        return Step.squeezed(
                plain.startsWith("[") ? plain.replaceAll("[\\[\\]\"]", "").replace(", ", " ") : plain);
    }

    private static long taken(Stage stage, List<Stage> shipped, List<HistoryEntry> history) {
        return shipped.stream()
                .flatMap(one -> one.steps().stream())
                .filter(step ->
                        step.from().filter(stage.name()::equalsIgnoreCase).isPresent())
                .mapToLong(step -> size(step, history))
                .sum();
    }

    private static long size(Step step, List<HistoryEntry> history) {
        return history.stream()
                .filter(entry -> Step.squeezed(entry.createdBy())
                        .replaceFirst(" # buildkit$", "")
                        .equals(step.plain()))
                .mapToLong(HistoryEntry::size)
                .findFirst()
                .orElse(0);
    }
}
