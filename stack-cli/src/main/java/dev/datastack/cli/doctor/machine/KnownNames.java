package dev.datastack.cli.doctor.machine;

import static java.util.Comparator.comparingInt;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** The names that a line of {@code .env} can set: those of the Compose files, of .env.example, and of Docker Compose. */
record KnownNames(Set<String> names) {
    /** In a Compose file, and in .env.example, where some are commented out. */
    private static final Pattern WRITTEN = Pattern.compile("\\$\\{(\\w+)|(?m)^#? ?([A-Z][A-Z_]+)=");

    private static final String EXPERIMENT = "COMPOSE_EXPERIMENTAL";
    private static final Set<String> OF_COMPOSE = Set.of(
            "COMPOSE_ANSI",
            "COMPOSE_BAKE",
            "COMPOSE_COMPATIBILITY",
            "COMPOSE_CONVERT_WINDOWS_PATHS",
            "COMPOSE_DISABLE_ENV_FILE",
            "COMPOSE_ENV_FILES",
            "COMPOSE_FILE",
            "COMPOSE_HTTP_TIMEOUT",
            "COMPOSE_IGNORE_ORPHANS",
            "COMPOSE_MENU",
            "COMPOSE_PARALLEL_LIMIT",
            "COMPOSE_PATH_SEPARATOR",
            "COMPOSE_PROFILES",
            "COMPOSE_PROGRESS",
            "COMPOSE_PROJECT_NAME",
            "COMPOSE_REMOVE_ORPHANS",
            "COMPOSE_STATUS_STDOUT");

    static KnownNames in(Path root) {
        var names = new TreeSet<>(OF_COMPOSE);
        try (var files = Files.newDirectoryStream(root, "{.env.example,*compose*.y*ml}")) {
            for (var file : files) {
                WRITTEN.matcher(Files.readString(file, StandardCharsets.UTF_8))
                        .results()
                        .forEach(match -> names.add(match.group(1) == null ? match.group(2) : match.group(1)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new KnownNames(names);
    }

    boolean contains(String name) {
        return names.contains(name.replaceFirst("_SOURCE$", "")) || name.startsWith(EXPERIMENT);
    }

    /** Empty where none is so near that a slip of the fingers explains it. */
    Optional<String> nearest(String name) {
        return names.stream()
                .filter(known -> distance(name, known) <= 3)
                .min(comparingInt(known -> distance(name, known)));
    }

    /** How many letters were left out, put in or taken for another. */
    private static int distance(String one, String other) {
        var row = new int[other.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int replaced = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[other.length()];
    }
}
