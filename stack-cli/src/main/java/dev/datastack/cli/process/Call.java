package dev.datastack.cli.process;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * One command to run. {@code firstLine} bounds the time until it says anything: a registry that is slow keeps talking, one
 * that is absent does not.
 */
public record Call(
        List<String> argv,
        Optional<Path> folder,
        Map<String, String> variables,
        Duration limit,
        Optional<Duration> firstLine,
        Consumer<String> lines,
        boolean outlives,
        Optional<Map<String, String>> environment) {
    private static final Duration SHORT = Duration.ofSeconds(60);

    public static Call of(List<String> argv) {
        return new Call(
                List.copyOf(argv),
                Optional.empty(),
                Map.of(),
                SHORT,
                Optional.empty(),
                line -> {},
                false,
                Optional.empty());
    }

    public static Call of(String... argv) {
        return of(List.of(argv));
    }

    public Call in(Path newFolder) {
        return new Call(argv, Optional.of(newFolder), variables, limit, firstLine, lines, outlives, environment);
    }

    public Call with(Map<String, String> newVariables) {
        return new Call(argv, folder, Map.copyOf(newVariables), limit, firstLine, lines, outlives, environment);
    }

    /** The same with more words at its end. */
    public Call plus(List<String> words) {
        var all = new ArrayList<>(argv);
        all.addAll(words);
        return new Call(List.copyOf(all), folder, variables, limit, firstLine, lines, outlives, environment);
    }

    public Call within(Duration newLimit) {
        return new Call(argv, folder, variables, newLimit, firstLine, lines, outlives, environment);
    }

    public Call speakingWithin(Duration newFirstLine) {
        return new Call(argv, folder, variables, limit, Optional.of(newFirstLine), lines, outlives, environment);
    }

    /** The consumer gets the lines of both streams while the command runs, from more than one thread. */
    public Call telling(Consumer<String> newLines) {
        return new Call(argv, folder, variables, limit, firstLine, newLines, outlives, environment);
    }

    /** Nothing of ours ends it: it has no limit, and goes on when this program is gone. Its lines come at its end. */
    public Call outliving() {
        return new Call(argv, folder, variables, limit, firstLine, lines, true, environment);
    }

    /** With no other variables than these. */
    public Call only(Map<String, String> newEnvironment) {
        var own = Optional.of(Map.copyOf(newEnvironment));
        return new Call(argv, folder, variables, limit, firstLine, lines, outlives, own);
    }

    public String text() {
        return String.join(" ", argv);
    }
}
