package dev.datastack.etl.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.datastack.etl.warehouse.DataFolder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A link in the data folder may name a file beside it, and nothing else. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class LinksTest {

    private static final List<String> HEADER = List.of("a", "b");

    @TempDir
    Path folder = Path.of("");

    @ParameterizedTest
    @CsvSource({"x.csv", "x.csv.gz"})
    void a_link_that_leads_out_of_the_folder_is_refused_by_name_and_nothing_of_it_is_quoted(String name)
            throws Exception {
        Path data = Files.createDirectory(folder.resolve("data"));
        Path secret = Files.writeString(folder.resolve("database-password"), "hunter2");
        Path link = Files.createSymbolicLink(data.resolve(name), secret);
        assertRefused(link, name + " is a link, and what it names is not in the data folder");
        assertThatExceptionOfType(BadFileException.class)
                .isThrownBy(() -> read(link))
                .withMessageNotContaining("hunter2")
                .withMessageNotContaining("database-password");
    }

    @ParameterizedTest
    @CsvSource({"/nowhere/in/this/container.csv", "x.csv"})
    void a_link_to_nowhere_or_to_itself_is_not_called_missing(String target) throws Exception {
        Path link = Files.createSymbolicLink(folder.resolve("x.csv"), Path.of(target));
        assertRefused(link, "x.csv is a link, and what it names is not in the data folder");
    }

    @Test
    void a_link_to_a_file_beside_it_is_followed() throws Exception {
        new DataFolder(folder).write("x.csv", "a,b\n1,2\n".getBytes(StandardCharsets.UTF_8));
        Path link = Files.createSymbolicLink(folder.resolve("y.csv"), Path.of("x.csv"));
        assertThat(read(link)).isEqualTo(1);
    }

    private static void assertRefused(Path file, String message) {
        assertThatExceptionOfType(BadFileException.class)
                .isThrownBy(() -> read(file))
                .withMessageContaining(message)
                .withMessageContaining("request the load again");
    }

    private static int read(Path file) throws Exception {
        int lines = 0;
        try (SourceFile source = SourceFile.open(file, HEADER, () -> {})) {
            while (source.next()) {
                lines++;
            }
        }
        return lines;
    }
}
