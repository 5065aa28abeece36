package dev.datastack.cli.course.grade;

import dev.datastack.cli.problem.Problem;
import dev.datastack.cli.problem.StackException;
import dev.datastack.cli.sandbox.ProjectFiles;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The small file in which a project may say which of its services is which: {@code pgadmin=admin-pages}. */
final class Mapping {
    static final String FILE = "capstone.properties";

    private Mapping() {}

    static Map<String, String> of(GradedProject sandbox) {
        sandbox.whyLeftOut(FILE).ifPresent(why -> {
            throw unusable(sandbox.files().folder().resolve(FILE), why + ".");
        });
        return of(sandbox.files());
    }

    static Map<String, String> of(ProjectFiles files) {
        var file = files.folder().resolve(FILE);
        if (!files.has(FILE)) {
            return Map.of();
        }
        var properties = new Properties();
        try {
            properties.load(new StringReader(files.text(FILE)));
        } catch (IOException | IllegalArgumentException e) {
            throw unusable(file, FILE + " cannot be read (" + e + ").");
        }
        var mapping = properties.stringPropertyNames().stream()
                .collect(Collectors.toMap(
                        String::strip, name -> properties.getProperty(name).strip()));
        var roles = Stream.of(Role.values()).map(Role::key).toList();
        mapping.keySet().stream()
                .filter(name -> !roles.contains(name))
                .sorted()
                .findFirst()
                .ifPresent(name -> {
                    throw unusable(
                            file, FILE + " has '" + name + "', which is none of " + String.join(", ", roles) + ".");
                });
        return mapping;
    }

    private static StackException unusable(Path file, String what) {
        return new StackException(
                Problem.PROJECT_UNREADABLE,
                what,
                file.toString(),
                "one line for each role, such as pgadmin=admin-pages");
    }
}
