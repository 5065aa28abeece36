package dev.datastack.cli.sandbox;

import dev.datastack.cli.docker.ComposeFileNames;
import dev.datastack.cli.docker.ComposeOptions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * The Compose files of a project, chosen as Compose chooses them: those that COMPOSE_FILE in its .env names, else the first
 * that is there of four names, with its override. Compose itself would go on looking in the folders above.
 */
public record ComposeFiles(List<Path> files, Optional<Path> environment) {

    /** The variables win over those of {@code .env}. */
    static ComposeFiles in(Path project, Map<String, String> variables) {
        var environment = there(project, List.of(".env")).findFirst();
        UnaryOperator<String> setting = name -> Optional.ofNullable(variables.get(name))
                .or(() -> environment.map(file -> value(file, name)))
                .orElse("");
        var named = setting.apply("COMPOSE_FILE");
        if (!named.isEmpty()) {
            var separator =
                    setting.apply("COMPOSE_PATH_SEPARATOR").isEmpty() ? ":" : setting.apply("COMPOSE_PATH_SEPARATOR");
            var files = Stream.of(named.split(java.util.regex.Pattern.quote(separator), -1))
                    .map(name -> project.resolve(name).normalize())
                    .toList();
            return new ComposeFiles(files, environment);
        }
        var files = new ArrayList<Path>();
        there(project, ComposeFileNames.MAIN).findFirst().ifPresent(file -> {
            files.add(file);
            there(project, ComposeFileNames.OVERRIDES).findFirst().ifPresent(files::add);
        });
        return new ComposeFiles(List.copyOf(files), environment);
    }

    private static Stream<Path> there(Path project, List<String> names) {
        return names.stream().map(project::resolve).filter(Files::isRegularFile);
    }

    /** As Compose reads it, but for quotes over several lines, in which no file is named. */
    private static String value(Path environment, String name) {
        try {
            // Latin-1 takes any bytes; the names and separators asked for are plain.
            return Files.readAllLines(environment, StandardCharsets.ISO_8859_1).stream()
                    .map(line -> line.strip().replaceFirst("^export\\s+", ""))
                    .filter(line -> line.matches(name + "\\s*=.*"))
                    .map(line -> line.substring(line.indexOf('=') + 1).strip())
                    .map(text -> text.replaceFirst("^([\"'])(.*)\\1.*$", "$2").replaceFirst("\\s+#.*$", ""))
                    .reduce((first, last) -> last)
                    .orElse("");
        } catch (IOException e) {
            return "";
        }
    }

    /** Which choose exactly these. */
    ComposeOptions options(String project) {
        return new ComposeOptions(Optional.of(project), environment.stream().toList(), files);
    }
}
