package dev.datastack.cli.grade;

import dev.datastack.cli.problem.Problem;
import dev.datastack.cli.problem.StackException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;

/** The small file in which a project may say which of its services is which: {@code pgadmin=admin-pages}. */
final class Mapping {
    static final String FILE = "capstone.properties";

    private Mapping() {}

    static Map<String, String> of(Path project) {
        var file = project.resolve(FILE);
        if (!Files.exists(file)) {
            return Map.of();
        }
        var properties = new Properties();
        try (var reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        } catch (IOException | IllegalArgumentException e) {
            throw new StackException(
                    Problem.PROJECT_UNREADABLE,
                    FILE + " cannot be read (" + e + ").",
                    file.toString(),
                    "one line for each role, such as pgadmin=admin-pages");
        }
        return properties.stringPropertyNames().stream()
                .collect(Collectors.toMap(
                        String::strip, name -> properties.getProperty(name).strip()));
    }
}
