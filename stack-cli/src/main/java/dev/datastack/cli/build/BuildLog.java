package dev.datastack.cli.build;

import dev.datastack.cli.docker.PrintedStep;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** Reads the plain progress of a build: the step under way, the images that are done, the lines before a failure. */
final class BuildLog implements Consumer<String> {
    private static final int KEPT = 25;
    /** Since version 5 Compose says what kind of thing is built. */
    private static final Pattern BUILT = Pattern.compile(" *(?:Image +)?(\\S+) +Built *");

    private static final Pattern FAILED = Pattern.compile("(?:ERROR: )?target ([^: ]+): .*");

    private final Deque<String> last = new ArrayDeque<>();
    private final Consumer<String> steps;
    private final Consumer<String> images;
    private Optional<String> failed = Optional.empty();

    BuildLog(Consumer<String> steps, Consumer<String> images) {
        this.steps = steps;
        this.images = images;
    }

    @Override
    public synchronized void accept(String line) {
        if (!line.isBlank()) {
            last.addLast(line);
        }
        if (last.size() > KEPT) {
            last.removeFirst();
        }
        PrintedStep.of(line).ifPresent(step -> steps.accept("[" + step.place() + "] " + step.text()));
        var built = BUILT.matcher(line);
        if (built.matches()) {
            images.accept(built.group(1));
        }
        var target = FAILED.matcher(line);
        if (target.matches()) {
            failed = Optional.of(target.group(1));
        }
    }

    synchronized List<String> lastLines() {
        return List.copyOf(last);
    }

    synchronized Optional<String> failedTarget() {
        return failed;
    }
}
