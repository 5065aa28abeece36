package dev.datastack.cli.settings;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.datastack.cli.problem.StackException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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
                .isEqualTo("# mine\nAIRFLOW_PORT=8081  # not 8080\n\n#BASE_PREFIX=old/\nBASE_PREFIX=b/\nX = y");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void what_cannot_be_put_in_its_place_leaves_nothing_beside_it() throws IOException {
        // A folder that is not empty cannot be replaced.
        Files.createDirectories(file.resolve("full"));
        assertThatThrownBy(() -> env.set("A", "1")).isInstanceOf(StackException.class);
        try (var left = Files.list(folder)) {
            assertThat(left).containsExactly(file);
        }
    }

    @Test
    void each_line_of_a_name_is_removed_and_no_other() throws IOException {
        Files.writeString(file, "# A=0\nA=1\r\nexport A=2\n\nB=3\nAB=4\nC=5");
        env.remove(Set.of("A", "C", "D"));
        assertThat(Files.readString(file)).isEqualTo("# A=0\n\nB=3\nAB=4");
        assertThat(env.value("A", Map.of())).isEmpty();
    }

    @Test
    void the_line_in_force_is_the_one_that_changes() throws IOException {
        Files.writeString(file, "A=1\nexport A=2\nB=3\n");
        env.set("A", "4");
        assertThat(Files.readString(file)).isEqualTo("A=1\nexport A=4\nB=3\n");
    }

    @Test
    void line_ends_and_the_mark_of_windows_stay() throws IOException {
        Files.writeString(file, "\uFEFFA=1\r\nB=2\r\n");
        env.set("A", "3");
        env.set("C", "4");
        assertThat(Files.readString(file)).isEqualTo("\uFEFFA=3\r\nB=2\r\nC=4\r\n");
    }

    @Test
    void a_last_line_without_an_end_is_ended_first() throws IOException {
        Files.writeString(file, "A=1");
        env.set("B", "2");
        assertThat(Files.readString(file)).isEqualTo("A=1\nB=2\n");
    }

    @Test
    void bytes_that_are_no_utf8_stay_and_only_their_own_name_is_refused() throws IOException {
        Files.write(file, "# f\u00fcr mich\nA=gr\u00fcn\nB=2\n".getBytes(ISO_8859_1));
        env.set("B", "3");
        assertThat(Files.readAllBytes(file)).isEqualTo("# f\u00fcr mich\nA=gr\u00fcn\nB=3\n".getBytes(ISO_8859_1));
        assertThat(env.value("B", Map.of())).contains("3");
        assertThatThrownBy(() -> env.value("A", Map.of()))
                .hasMessageContaining("The file .env cannot be used: line 2: A cannot be read: it is not UTF-8");
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void rights_and_a_link_to_elsewhere_stay() throws IOException {
        var shared = Files.writeString(folder.resolve("shared.env"), "A=1\n");
        Files.setPosixFilePermissions(shared, PosixFilePermissions.fromString("rw-------"));
        Files.createSymbolicLink(file, shared);
        env.set("A", "2");
        assertThat(file).isSymbolicLink();
        assertThat(shared).hasContent("A=2\n");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(shared)))
                .isEqualTo("rw-------");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/etc/ca.pem",
                "C:\\certs\\ca.pem",
                "a b",
                " a ",
                "a #b",
                "#a",
                "$HOME/ca.pem",
                "$$",
                "it's",
                "\"q\"",
                "",
                "ä",
                "'"
            })
    void what_is_written_is_read_back(String value) {
        env.set("A", value);
        env.set("B", "2");
        assertThat(env.value("A", Map.of("HOME", "/root"))).contains(value);
    }

    @Test
    void a_value_that_no_line_can_hold_is_refused_and_the_file_stays() {
        env.set("A", "1");
        for (var value : List.of("a\nb", "$x\\", "it\\'s $5")) {
            assertThatThrownBy(() -> env.set("A", value))
                    .hasMessageContaining("no line of it can hold this value of A");
        }
        assertThat(file).hasContent("A=1\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "A=1%nB 2%n                 | line 2: it is not NAME=value",
                "A='1%n2'%n                 | line 1: its quote does not end on the same line",
                "A=\"1\" 2%n                | line 1: something follows the quote",
                "A=1%nB=\0002%n             | line 2: it has NUL bytes, as a file in UTF-16",
            })
    void a_line_that_is_none_is_refused_with_its_number(String text, String reason) throws IOException {
        var content = text.replace("%n", "\n").replace("\\000", "\0");
        Files.writeString(file, content);
        assertThatThrownBy(() -> env.value("A", Map.of())).hasMessageContaining(reason);
        assertThatThrownBy(() -> env.set("A", "x")).hasMessageContaining(reason);
        assertThat(Files.readString(file)).isEqualTo(content);
    }

    @Test
    void a_value_that_compose_works_out_is_asked_for_in_plain_words() throws IOException {
        Files.writeString(file, "A=${B:-c}\nD=\"C:\\new\"\nE=$A\nF=6\n");
        assertThat(env.value("F", Map.of())).contains("6");
        assertThatThrownBy(() -> env.value("A", Map.of()))
                .hasMessageContaining("line 1: A cannot be read: it holds more");
        assertThatThrownBy(() -> env.value("D", Map.of())).hasMessageContaining("line 2: D cannot be read: in double");
        assertThatThrownBy(() -> env.value("E", Map.of())).hasMessageContaining("line 1: E cannot be read");
    }

    @Test
    void a_file_that_cannot_be_written_is_a_problem_with_a_name() throws IOException {
        Files.createDirectory(file);
        assertThatThrownBy(() -> env.set("A", "1"))
                .isInstanceOf(StackException.class)
                .hasMessageContaining("The file .env cannot be used");
    }

    @Test
    void a_folder_in_its_place_is_called_that() throws IOException {
        Files.createDirectory(file);
        assertThatThrownBy(env::entries).hasMessage("The file .env cannot be used: it is a folder.");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void so_is_a_link_that_leads_nowhere() throws IOException {
        Files.createSymbolicLink(file, Path.of("nowhere"));
        assertThatThrownBy(env::entries).hasMessageEndingWith("it is a link to a file that does not exist.");
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
}
