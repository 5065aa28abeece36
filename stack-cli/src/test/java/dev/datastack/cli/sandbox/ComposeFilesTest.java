package dev.datastack.cli.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ComposeFilesTest {
    @TempDir
    private Path folder;

    private List<String> chosen(String... names) throws IOException {
        for (var name : names) {
            Files.writeString(folder.resolve(name), "services: {}");
        }
        return ComposeFiles.in(folder, Map.of()).files().stream()
                .map(file -> folder.relativize(file).toString())
                .toList();
    }

    @Test
    void the_first_of_the_four_names_is_taken_with_its_override() throws IOException {
        assertThat(chosen("docker-compose.yml", "docker-compose.override.yml"))
                .containsExactly("docker-compose.yml", "docker-compose.override.yml");
        assertThat(chosen("compose.yaml")).first().isEqualTo("compose.yaml");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "COMPOSE_FILE=base.yml:extra.yml",
                "export COMPOSE_FILE=\"base.yml:extra.yml\"",
                "COMPOSE_FILE='base.yml;extra.yml'\nCOMPOSE_PATH_SEPARATOR=;",
                "COMPOSE_FILE=other.yml\nCOMPOSE_FILE = base.yml:extra.yml # the last one counts"
            })
    void files_that_the_projects_own_environment_names_come_before_the_usual_ones(String environment)
            throws IOException {
        Files.writeString(folder.resolve(".env"), environment);
        assertThat(chosen("docker-compose.yml")).containsExactly("base.yml", "extra.yml");
    }

    @Test
    void a_variable_wins_over_the_projects_own_environment() throws IOException {
        Files.writeString(folder.resolve(".env"), "COMPOSE_FILE=other.yml");
        assertThat(ComposeFiles.in(folder, Map.of("COMPOSE_FILE", "base.yml,extra.yml", "COMPOSE_PATH_SEPARATOR", ","))
                        .files())
                .extracting(file -> folder.relativize(file).toString())
                .containsExactly("base.yml", "extra.yml");
    }

    @Test
    void a_folder_without_one_has_none_whatever_lies_above() throws IOException {
        Files.writeString(folder.resolve("compose.yaml"), "services: {}");
        assertThat(ComposeFiles.in(Files.createDirectories(folder.resolve("inner")), Map.of())
                        .files())
                .isEmpty();
    }
}
