package dev.datastack.cli.docker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.datastack.cli.FakeRunner;
import dev.datastack.cli.Fixture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ModelMemoryTest {
    private static final Map<String, String> SHELL = Map.of("PORT", "1", "UNRELATED", "2");

    @TempDir
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    private Compose compose;

    @BeforeEach
    void a_model_is_kept() throws IOException {
        Files.writeString(folder.resolve("docker-compose.yml"), "services: {postgres: {ports: [\"${PORT}:5432\"]}}");
        compose = new Compose(new FakeRunner().says("config --format json", Fixture.read("config.json")), folder);
        memory(SHELL).keep(compose);
    }

    private ModelMemory memory(Map<String, String> shell) {
        return new ModelMemory(folder, shell);
    }

    @Test
    void it_is_the_model_that_compose_made() {
        assertThat(memory(SHELL).recall()).contains(compose.model());
    }

    @Test
    void a_variable_counts_where_a_file_names_it() {
        assertThat(memory(Map.of("PORT", "1")).recall()).isPresent();
        assertThat(memory(Map.of("PORT", "2")).recall()).isEmpty();
    }

    @Test
    void a_variable_that_compose_itself_reads_counts_without_being_named() {
        assertThat(memory(Map.of("PORT", "1", "COMPOSE_PROJECT_NAME", "other")).recall())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {".env", "docker-compose.yml", "docker-compose.override.yml", "compose.yaml"})
    void a_file_that_changes_or_appears_makes_compose_look_again(String name) throws IOException {
        Files.writeString(folder.resolve(name), "# another line");
        assertThat(memory(SHELL).recall()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "docker-compose.yml,include: [other.yml]",
        "docker-compose.yml,env_file: x",
        ".env,COMPOSE_FILE=other.yml"
    })
    void where_other_files_may_count_nothing_is_kept(String name, String line) throws IOException {
        Files.writeString(folder.resolve(name), line);
        memory(SHELL).keep(compose);
        assertThat(memory(SHELL).recall()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "no json"})
    void a_damaged_file_is_no_memory(String content) throws IOException {
        Files.writeString(folder.resolve(".stack/model.json"), content);
        assertThat(memory(SHELL).recall()).isEmpty();
    }

    @Test
    void no_value_of_a_variable_of_a_service_is_written() throws IOException {
        assertThat(Files.readString(folder.resolve(".stack/model.json"))).doesNotContain("environment");
    }

    @Test
    void where_it_cannot_be_written_nothing_happens() throws IOException {
        Files.delete(folder.resolve(".stack/model.json"));
        Files.delete(folder.resolve(".stack"));
        Files.writeString(folder.resolve(".stack"), "");
        memory(SHELL).keep(compose);
        assertThat(memory(SHELL).recall()).isEmpty();
    }
}
