package dev.datastack.cli.profile;

import dev.datastack.cli.settings.EnvFile;
import dev.datastack.cli.settings.EnvFile.Entry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The lines of docker/small.env: for each variable its value, {@code STACK_PROFILE} included. */
public record SmallProfile(Map<String, String> values) {
    public static final String FILE = "docker/small.env";

    /** Empty for a project that has none, such as a learner's own. */
    public static Optional<SmallProfile> in(Path root) {
        var file = root.resolve(FILE);
        return Files.exists(file)
                ? Optional.of(new SmallProfile(new EnvFile(file)
                        .entries().stream().collect(Collectors.toUnmodifiableMap(Entry::name, Entry::written))))
                : Optional.empty();
    }
}
