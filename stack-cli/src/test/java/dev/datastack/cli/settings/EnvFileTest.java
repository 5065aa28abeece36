package dev.datastack.cli.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.datastack.cli.FakeScreen;
import dev.datastack.cli.problem.StackException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class EnvFileTest {
    @TempDir
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    private Path file;

    @SuppressWarnings("NullAway.Init")
    private EnvFile env;

    @BeforeEach
    void a_clone() {
        file = folder.resolve(".env");
        env = new EnvFile(file);
    }

    @Test
    void a_missing_file_is_made() throws IOException {
        env.set("BASE_PREFIX", "datastack.local/");
        assertThat(file).hasContent("BASE_PREFIX=datastack.local/\n");
    }

    @Test
    void every_other_line_stays_as_it_is() throws IOException {
        Files.writeString(file, "# mine\nAIRFLOW_PORT=8081  # not 8080\n\n#BASE_PREFIX=old/\nBASE_PREFIX=a/\nX = y");
        env.set("BASE_PREFIX", "b/");
        assertThat(Files.readString(file))
                .isEqualTo("# mine\nAIRFLOW_PORT=8081  # not 8080\n\n#BASE_PREFIX=old/\nBASE_PREFIX=b/\nX = y\n");
    }

    @Test
    void values_are_read_as_compose_reads_them() throws IOException {
        Files.writeString(file, "A=1 # one\nB='two # 2'\nC=\"three\"\nexport D=4\n# E=5\nF=\nG=a=b\n");
        assertThat(env.values())
                .isEqualTo(Map.of("A", "1", "B", "two # 2", "C", "three", "D", "4", "F", "", "G", "a=b"));
    }

    @Test
    void a_file_that_cannot_be_written_is_a_problem_with_a_name() throws IOException {
        Files.createDirectory(file);
        assertThatThrownBy(() -> env.set("A", "1"))
                .isInstanceOf(StackException.class)
                .hasMessageContaining("The file .env cannot be used");
    }

    @Test
    void the_environment_comes_before_the_file() {
        env.set("A", "file");
        env.set("B", "file");
        var settings = new Settings(Map.of("A", "environment"), env);
        assertThat(settings.get("A")).contains("environment");
        assertThat(settings.get("B")).contains("file");
        assertThat(settings.get("C")).isEmpty();
    }

    @Test
    void the_hosts_certificates_are_kept_for_the_builds_and_said() throws IOException {
        var bundle = Files.writeString(folder.resolve("ca.crt"), "x").toString();
        var screen = FakeScreen.pipe();
        new CaBundle(new Settings(Map.of("SSL_CERT_FILE", bundle), env), screen.terminal()).ensure();
        assertThat(env.values()).containsEntry("STACK_CA_BUNDLE", bundle);
        assertThat(screen.out()).contains("STACK_CA_BUNDLE=" + bundle);
    }

    @Test
    void a_bundle_that_is_set_or_unreadable_changes_nothing() {
        var screen = FakeScreen.pipe();
        var unreadable = Map.of("SSL_CERT_FILE", folder.resolve("absent").toString());
        new CaBundle(new Settings(unreadable, env), screen.terminal()).ensure();
        var set = Map.of("SSL_CERT_FILE", file.toString(), "STACK_CA_BUNDLE", "");
        new CaBundle(new Settings(set, env), screen.terminal()).ensure();
        assertThat(file).doesNotExist();
        assertThat(screen.out()).isEmpty();
    }
}
