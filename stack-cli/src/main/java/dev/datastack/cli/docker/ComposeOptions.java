package dev.datastack.cli.docker;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What stands before the verb of {@code docker compose}: the project's name, the files with variables and those of the
 * project. Where none are named Compose looks for them itself, in its folder and in those above.
 */
public record ComposeOptions(Optional<String> project, List<Path> environment, List<Path> files) {
    static final ComposeOptions NONE = new ComposeOptions(Optional.empty(), List.of(), List.of());

    List<String> words() {
        var words = new ArrayList<String>();
        project.ifPresent(name -> words.addAll(List.of("--project-name", name)));
        environment.forEach(file -> words.addAll(List.of("--env-file", file.toString())));
        files.forEach(file -> words.addAll(List.of("--file", file.toString())));
        return words;
    }
}
