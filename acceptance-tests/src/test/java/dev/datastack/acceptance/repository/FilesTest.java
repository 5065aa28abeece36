package dev.datastack.acceptance.repository;

import static org.assertj.core.api.Assertions.assertThat;

import dev.datastack.acceptance.stack.Repository;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class FilesTest {
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Z_]+)(?::-([^}]*))?}");
    /** Compose sets the first itself. The second is for one start only: in a file it would stay. */
    private static final Set<String> NOT_SETTINGS = Set.of("COMPOSE_PROJECT_NAME", "AIRFLOW_ACCEPT_NEW_FERNET_KEY");

    private static final Set<String> BINARY = Set.of("gz", "png", "jar", "tar");

    @Test
    void the_example_settings_are_the_variables_of_the_compose_file_with_their_defaults() {
        var used = new TreeMap<String, String>();
        var matcher = VARIABLE.matcher(Repository.read(Repository.root().resolve("docker-compose.yml")));
        while (matcher.find()) {
            var fallback = Objects.requireNonNullElse(matcher.group(2), "");
            assertThat(used.getOrDefault(matcher.group(1), fallback))
                    .as(matcher.group(1))
                    .isEqualTo(fallback);
            used.put(matcher.group(1), fallback);
        }
        used.keySet().removeAll(NOT_SETTINGS);
        var named = new TreeMap<String, String>();
        Repository.read(Repository.root().resolve(".env.example"))
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .forEach(line -> named.put(line.split("=", 2)[0], line.split("=", 2)[1]));
        assertThat(named).isEqualTo(used);
    }

    @Test
    void a_version_that_is_listed_with_its_day_is_the_one_that_is_used() {
        var table = Repository.read(Repository.root().resolve("docker/versions.tsv"));
        var rows = table.lines().skip(1).map(line -> line.split("\t", -1)).toList();
        assertThat(rows).hasSizeGreaterThan(10);
        for (var row : rows) {
            assertThat(row).as(row[0]).hasSize(4);
            assertThat(Repository.read(Repository.root().resolve(row[2])))
                    .as(row[0])
                    .contains(row[1]);
            assertThat(row[3]).as(row[0]).matches("20\\d\\d-\\d\\d-\\d\\d");
        }
    }

    @Test
    void no_file_has_windows_line_ends_but_what_runs_there() throws IOException {
        var found = new ArrayList<Path>();
        for (var file : textFiles()) {
            var name = file.toString();
            if (!name.endsWith(".cmd")
                    && new String(Files.readAllBytes(Repository.root().resolve(file)), StandardCharsets.ISO_8859_1)
                            .contains("\r\n")) {
                found.add(file);
            }
        }
        assertThat(found).isEmpty();
    }

    @Test
    void every_ignored_rule_of_a_linter_has_a_reason() {
        var unexplained = new ArrayList<String>();
        for (var file : textFiles()) {
            var lines = Repository.read(Repository.root().resolve(file)).lines().toList();
            for (int at = 0; at < lines.size(); at++) {
                if (switchesOff(file, lines.get(at)) && !explained(file, lines, at)) {
                    unexplained.add(file + ":" + (at + 1) + " " + lines.get(at).strip());
                }
            }
        }
        assertThat(unexplained).isEmpty();
    }

    private static boolean switchesOff(Path file, String line) {
        var text = line.strip();
        if (file.equals(Path.of(".hadolint.yaml"))) {
            return text.matches("- [A-Z]+[0-9]+");
        }
        if (file.equals(Path.of(".dclintrc.yaml"))) {
            return text.matches("[a-z-]+: .+");
        }
        return !file.toString().endsWith(".java")
                && (text.startsWith("# shellcheck disable=")
                        || text.startsWith("# hadolint ignore=")
                        || text.startsWith("# yamllint disable"));
    }

    /** On the line itself behind a #, or in a comment just above, which may be that of several rules in a row. */
    private static boolean explained(Path file, List<String> lines, int at) {
        if (lines.get(at).strip().matches("#.*#.+")) {
            return true;
        }
        var above = at > 0 ? lines.get(at - 1) : "";
        return above.strip().startsWith("#") || (switchesOff(file, above) && explained(file, lines, at - 1));
    }

    private static List<Path> textFiles() {
        return Repository.sources().stream()
                .filter(file -> !BINARY.contains(file.toString().replaceAll(".*\\.", "")))
                .filter(file -> !file.startsWith("data"))
                .toList();
    }
}
