package dev.datastack.cli.identity;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The shell's variables without those that would lead Compose to another project, file or profile, or Docker to a builder
 * that cannot build this. {@code ignored} names what was left out.
 */
public record ShellEnvironment(Map<String, String> variables, List<String> ignored) {
    /** The stack's own word, for a second stack of this clone: tests and pictures have one. */
    static final String OWN_NAME = "STACK_PROJECT_NAME";

    private static final String PREFIX = "COMPOSE_";
    private static final String BUILDER = "DOCKER_BUILDKIT";
    /** They say how Compose works and what it shows, not on what. */
    private static final Set<String> HARMLESS = Set.of(
            "COMPOSE_ANSI",
            "COMPOSE_BAKE",
            "COMPOSE_HTTP_TIMEOUT",
            "COMPOSE_MENU",
            "COMPOSE_PARALLEL_LIMIT",
            "COMPOSE_PROGRESS");

    public static ShellEnvironment of(Map<String, String> shell) {
        var kept = new TreeMap<>(shell);
        kept.keySet().removeIf(name -> steers(name, shell.getOrDefault(name, "")));
        var own = kept.getOrDefault(OWN_NAME, "");
        if (!own.isBlank()) {
            kept.put(ProjectName.VARIABLE, own);
        }
        var ignored = new TreeMap<>(shell)
                .entrySet().stream()
                        .filter(variable -> !variable.getValue().isBlank())
                        .filter(variable -> !variable.getValue().equals(kept.get(variable.getKey())))
                        .map(Map.Entry::getKey)
                        .toList();
        return new ShellEnvironment(Map.copyOf(kept), ignored);
    }

    /** Windows does not tell upper from lower case. */
    private static boolean steers(String name, String value) {
        var upper = name.toUpperCase(Locale.ROOT);
        return upper.startsWith(PREFIX)
                ? !HARMLESS.contains(upper)
                : upper.equals(BUILDER) && Set.of("0", "false").contains(value);
    }

    /** One line for each, with what to do instead. */
    public List<String> warnings() {
        return ignored.stream().map(ShellEnvironment::warning).toList();
    }

    private static String warning(String name) {
        return "stack: " + name + " of your shell is ignored; "
                + (name.equalsIgnoreCase(BUILDER)
                        ? "the images need BuildKit, and bare 'docker compose' needs 'unset " + name + "'"
                        : "put it into .env to use it here");
    }
}
