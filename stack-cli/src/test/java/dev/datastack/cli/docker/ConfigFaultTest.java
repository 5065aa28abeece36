package dev.datastack.cli.docker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ConfigFaultTest {
    private static final String YAML = "yaml: line 2: found character that cannot start any token";

    @TempDir
    private Path folder;

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    private String cure(String words) {
        return new ConfigFault(folder, words).refusal("config").next().replaceFirst("; 'docker.*", "");
    }

    @Test
    void words_that_name_no_file_may_mean_each_that_compose_reads() throws IOException {
        write("docker-compose.yml", "");
        write(".env", "AIRFLOW_PARALLELISM=2\n");
        assertThat(cure("invalid")).isEqualTo("correct docker-compose.yml or .env");
        write("docker-compose.override.yml", "");
        assertThat(cure("invalid")).isEqualTo("correct docker-compose.yml or docker-compose.override.yml or .env");
        assertThat(cure(YAML)).isEqualTo("correct docker-compose.yml or docker-compose.override.yml");
        write(".env", "COMPOSE_FILE=docker-compose.yml:more.yml\n");
        assertThat(cure(YAML)).isEqualTo("correct docker-compose.yml or more.yml");
    }

    @Test
    void a_service_that_is_in_one_file_alone_is_wrong_there() throws IOException {
        write("docker-compose.yml", "services:\n  pgadmin:\n    image: x\n");
        write("docker-compose.override.yml", "services:\n  pgadmi:\n    restart: always\n");
        assertThat(cure("service \"pgadmi\" has neither an image nor a build context specified"))
                .isEqualTo("correct docker-compose.override.yml");
    }

    @Test
    void a_file_that_compose_names_is_the_one() throws IOException {
        write("docker-compose.yml", "");
        write("docker-compose.override.yml", "");
        var words = "validating /a/docker-compose.override.yml: services.x additional properties 'prots' not allowed";
        assertThat(cure(words)).isEqualTo("correct docker-compose.override.yml");
        write(".env", "COMPOSE_FILE=none.yml\n");
        assertThat(cure("stat /a/none.yml: no such file or directory"))
                .isEqualTo("correct COMPOSE_FILE in .env: there is no none.yml");
    }

    @Test
    void a_value_that_compose_names_is_that_of_a_line() throws IOException {
        write(".env", "AIRFLOW_PORT=8080\nPGADMIN_PORT='99999'\nPGADMIN_MEMORY=much\n");
        var refusal = new ConfigFault(folder, "Invalid hostPort: 99999").refusal("config");
        assertThat(refusal.evidence()).containsExactly(".env, line 2: PGADMIN_PORT='99999'");
        assertThat(refusal.next()).startsWith("correct that line of .env");
        assertThat(new ConfigFault(folder, "'services[a].memory' invalid size: 'much'")
                        .refusal("config")
                        .evidence())
                .containsExactly(".env, line 3: PGADMIN_MEMORY=much");
    }

    @Test
    void a_variable_that_compose_names_and_no_line_sets_is_one_of_the_shell() {
        assertThat(cure("COMPOSE_PARALLEL_LIMIT must be an integer (found: \"x\")"))
                .isEqualTo("unset COMPOSE_PARALLEL_LIMIT");
    }

    @Test
    void a_file_of_settings_that_cannot_be_read_is_a_fault_of_its_own() throws IOException {
        write(".env", "A B\n");
        assertThat(cure("invalid")).isEqualTo("correct docker-compose.yml or .env");
    }
}
