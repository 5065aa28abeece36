package dev.datastack.cli.course.lab;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Which image is meant: the folder with its Dockerfile, the stage where it is not the last, and the build's secrets, each a
 * file by its id.
 */
public record Recipe(
        @Nullable String context,
        @Nullable String target,
        @Nullable Map<String, String> secrets) {
    private static final Recipe PLAIN = new Recipe(null, null, null);

    public static Recipe orPlain(@Nullable Recipe recipe) {
        return Objects.requireNonNullElse(recipe, PLAIN);
    }

    String folder() {
        return Objects.requireNonNullElse(context, ".");
    }

    /** The options of {@code docker build} for it. */
    List<String> options() {
        var options = new ArrayList<String>();
        if (target != null) {
            options.addAll(List.of("--target", target));
        }
        var files = Objects.requireNonNullElse(secrets, Map.<String, String>of());
        new TreeMap<>(files).forEach((id, file) -> options.addAll(List.of("--secret", "id=" + id + ",src=" + file)));
        return options;
    }
}
