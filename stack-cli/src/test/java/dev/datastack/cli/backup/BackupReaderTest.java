package dev.datastack.cli.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.datastack.cli.SavedTar;
import dev.datastack.cli.problem.StackException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever happened to a file, it is refused, and the reason is told. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class BackupReaderTest {
    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void a_backup() throws IOException {
        file = Backups.in(folder, Manifest.FORMAT);
    }

    private void isRefused(byte[] bytes, String... reason) throws IOException {
        Files.write(file, bytes);
        assertThat(catchThrowable(() -> new BackupReader(file).wholeManifest()))
                .isInstanceOf(StackException.class)
                .extracting(Throwable::getMessage, InstanceOfAssertFactories.STRING)
                .contains("The backup was refused")
                .satisfies(message -> assertThat(List.of(reason)).allMatch(message::contains));
    }

    @Test
    void a_whole_one_is_read_as_it_was_written() throws IOException {
        var reader = new BackupReader(file);
        var manifest = reader.wholeManifest();
        assertThat(manifest.databases().get(0).content()).isEqualTo(Backups.CONTENT);
        assertThat(manifest.bytes()).isEqualTo(1500);
        assertThat(manifest.major()).isEqualTo(17);
        var copy = new ByteArrayOutputStream();
        reader.copy("airflow.dump", copy);
        assertThat(copy).hasToString("the bytes of airflow.dump");
    }

    /** The rest of the last block of a tar holds nothing. */
    @Test
    void one_that_ends_too_early_is_refused_wherever_that_is() throws IOException {
        var bytes = Files.readAllBytes(file);
        int end = indexOf(bytes, "  pgadmin.tar\n") + "  pgadmin.tar\n".length();
        for (int length = 0; length < end; length += 61) {
            isRefused(Arrays.copyOf(bytes, length));
        }
        isRefused(Arrays.copyOf(bytes, end - 1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"warehouse.dump", "airflow.dump", "pgadmin.tar"})
    void one_bit_of_a_member_is_enough(String member) throws IOException {
        var bytes = Files.readAllBytes(file);
        bytes[indexOf(bytes, "the bytes of " + member) + 4] ^= 1;
        isRefused(bytes, member + " is damaged: its checksum does not match");
    }

    @ParameterizedTest
    @ValueSource(strings = {"core.flight", "\"format\"", "2013-01-01", "  airflow.dump\n"})
    void one_bit_of_what_describes_them_is_enough(String place) throws IOException {
        var bytes = Files.readAllBytes(file);
        bytes[indexOf(bytes, place) + 3] ^= 1;
        isRefused(bytes);
    }

    @Test
    void a_foreign_file_is_told_from_a_damaged_one() throws IOException {
        isRefused("-- PostgreSQL database dump".getBytes(StandardCharsets.UTF_8), "'stack backup' did not write it");
        isRefused(SavedTar.layer("etc/passwd", "root"), "'stack backup' did not write it");
        isRefused(SavedTar.layer("manifest.json", "{\"schemaVersion\": 2}"), "'stack backup' did not write it");
    }

    @Test
    void another_format_is_named() throws IOException {
        isRefused(Files.readAllBytes(Backups.in(folder, 7)), "it is of format 7, this command reads 1");
    }

    @Test
    void a_file_that_is_not_there_is_refused_too() throws IOException {
        Files.delete(file);
        assertThatThrownBy(() -> new BackupReader(file).wholeManifest())
                .isInstanceOf(StackException.class)
                .hasMessageContaining("The backup was refused")
                .hasMessageContaining("there is no such file");
    }

    @Test
    void a_folder_is_refused_as_one() {
        assertThatThrownBy(() -> new BackupReader(folder).wholeManifest()).hasMessageContaining("it is a folder");
    }

    private static int indexOf(byte[] bytes, String text) {
        int found = new String(bytes, StandardCharsets.ISO_8859_1).indexOf(text);
        assertThat(found).as(text).isNotNegative();
        return found;
    }
}
