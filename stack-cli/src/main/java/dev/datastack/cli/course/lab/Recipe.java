package dev.datastack.cli.course.lab;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which image is meant: the folder with its Dockerfile, the stage where it is not the last, the build's arguments, and its
 * secrets, each a file by its id.
 */
public record Recipe(
        @Nullable String context,
        @Nullable String target,
        @Nullable Map<String, String> args,
        @Nullable Map<String, String> secrets) {
    private static final Recipe PLAIN = new Recipe(null, null, null, null);

    public static Recipe orPlain(@Nullable Recipe recipe) {
        return Objects.requireNonNullElse(recipe, PLAIN);
    }

    String folder() {
        return Objects.requireNonNullElse(context, ".");
    }

    Optional<String> stage() {
        return Optional.ofNullable(target);
    }

    Map<String, String> arguments() {
        return Objects.requireNonNullElse(args, Map.of());
    }

    Map<String, String> files() {
        return Objects.requireNonNullElse(secrets, Map.of());
    }
}
