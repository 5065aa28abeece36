package dev.datastack.cli.docker;

import java.util.List;
import java.util.stream.Stream;

/** The files that Compose reads where nobody names others: the first of the main ones that is there, and its override. */
public final class ComposeFileNames {
    public static final List<String> MAIN =
            List.of("compose.yaml", "compose.yml", "docker-compose.yml", "docker-compose.yaml");
    public static final List<String> OVERRIDES = List.of(
            "compose.override.yml",
            "compose.override.yaml",
            "docker-compose.override.yml",
            "docker-compose.override.yaml");

    private ComposeFileNames() {}

    static Stream<String> all() {
        return Stream.concat(MAIN.stream(), OVERRIDES.stream());
    }
}
