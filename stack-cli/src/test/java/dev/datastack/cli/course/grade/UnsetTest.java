package dev.datastack.cli.course.grade;

import static org.assertj.core.api.Assertions.assertThat;

import dev.datastack.cli.sandbox.ProjectFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class UnsetTest {
    @TempDir
    private Path project;

    private String in(String compose) throws IOException {
        Files.writeString(project.resolve("docker-compose.yml"), compose);
        return Unset.in(new ProjectFiles(project));
    }

    @Test
    void a_clone_without_its_env_is_told_what_to_set_and_where_to_take_it_from() throws IOException {
        Files.writeString(project.resolve(".env.example"), "PASSWORD=\n");
        assertThat(in("a: ${PASSWORD}\nb: ${KEY:?set it}\nc: ${PORT:-8080}\nd: $$HOME\n# ${OLD}\n"))
                .isEqualTo(", and KEY, PASSWORD are not set, because there is no .env;"
                        + " .env.example is there to be copied");
    }

    @Test
    void an_env_that_lacks_one_is_told_that_one() throws IOException {
        Files.writeString(project.resolve(".env"), "export PASSWORD=x\n");
        assertThat(in("a: ${PASSWORD}\nb: $KEY\n")).isEqualTo(", and KEY is not set in .env");
    }

    @Test
    void where_all_have_a_value_or_a_default_nothing_is_said() throws IOException {
        assertThat(in("a: ${PORT:-8080} ${HOST-x}\n")).isEmpty();
    }
}
