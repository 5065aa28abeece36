package dev.datastack.cli.images.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.datastack.cli.problem.Problem;
import dev.datastack.cli.problem.StackException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ArchiveTest {
    private static final Contents CONTENTS =
            new Contents(Contents.FORMAT, "linux/amd64", "p", "", List.of("p/a:dev"), List.of("debian:trixie-slim"), 9);

    @TempDir
    private Path folder;

    /** Bytes that no compression makes smaller, so that a place in the file is a place in the content. */
    private Path archive() {
        var file = folder.resolve("images.tar.gz");
        var bytes = new byte[300_000];
        new Random(1).nextBytes(bytes);
        new ArchiveWriter(file).write(CONTENTS, sink -> sink.take(new ByteArrayInputStream(bytes)), seen -> {});
        return file;
    }

    private static StackException refusal(Path file) {
        return catchThrowableOfType(StackException.class, () -> new ArchiveReader(file).requireWhole(seen -> {}));
    }

    @Test
    void what_was_written_is_read_and_is_whole() {
        var reader = new ArchiveReader(archive());
        assertThat(reader.contents()).isEqualTo(CONTENTS);
        reader.requireWhole(seen -> {});
        assertThat(folder.resolve("images.tar.gz.part")).doesNotExist();
    }

    @Test
    void behind_the_first_entry_lies_what_docker_wrote_to_the_byte() throws IOException {
        byte[] content;
        try (var in = new java.util.zip.GZIPInputStream(Files.newInputStream(archive()))) {
            content = in.readAllBytes();
        }
        var written = new byte[300_000];
        new Random(1).nextBytes(written);
        assertThat(java.util.Arrays.copyOfRange(content, 1024, 1024 + written.length))
                .isEqualTo(written);
    }

    @Test
    void reading_the_first_entry_leaves_what_is_behind_it() throws IOException {
        var entry = new java.io.ByteArrayOutputStream();
        FirstEntry.write(entry, "content".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        entry.write("of docker".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        var in = new ByteArrayInputStream(entry.toByteArray());
        assertThat(FirstEntry.read(in))
                .hasValueSatisfying(content -> assertThat(content)
                        .asString(java.nio.charset.StandardCharsets.UTF_8)
                        .isEqualTo("content"));
        assertThat(new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8))
                .endsWith("\0of docker");
    }

    @Test
    void tar_reads_the_first_entry() throws IOException, InterruptedException {
        var tar = new ProcessBuilder("tar", "-xzOf", archive().toString(), "stack-images.json").start();
        var text = new String(tar.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        tar.waitFor();
        assertThat(text).contains("\"platform\":\"linux/amd64\"");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 5, 400, 100_000, 299_000})
    void a_file_that_ends_too_early_is_refused(int length) throws IOException {
        var file = archive();
        Files.write(file, java.util.Arrays.copyOf(Files.readAllBytes(file), length));
        assertThat(refusal(file)).hasMessageContaining("ends too early, after " + length + " bytes");
        assertThat(refusal(file).problem()).isEqualTo(Problem.ARCHIVE_REFUSED);
    }

    @ParameterizedTest
    @ValueSource(ints = {1000, 100_000, 250_000})
    void a_changed_byte_is_found(int at) throws IOException {
        var file = archive();
        var bytes = Files.readAllBytes(file);
        bytes[at] ^= 1;
        Files.write(file, bytes);
        assertThat(refusal(file).problem()).isEqualTo(Problem.ARCHIVE_REFUSED);
    }

    @Test
    void content_that_was_changed_and_packed_anew_does_not_fit_the_seal() throws IOException {
        var file = archive();
        byte[] content;
        try (var in = new java.util.zip.GZIPInputStream(Files.newInputStream(file))) {
            content = in.readAllBytes();
        }
        content[200_000] ^= 1;
        try (var out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write(content);
        }
        assertThat(refusal(file)).hasMessageContaining("its checksum does not match");
    }

    @Test
    void a_tar_that_docker_save_wrote_alone_is_called_that() throws IOException {
        var file = folder.resolve("other.tar.gz");
        try (var out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write(new byte[2048]);
        }
        assertThat(refusal(file)).hasMessageContaining("'stack images save' did not write it");
    }

    @Test
    void a_file_that_is_no_gzip_is_refused() throws IOException {
        var file = Files.writeString(folder.resolve("text"), "these are words");
        assertThat(refusal(file)).hasMessageContaining("no gzip file");
    }

    @Test
    void a_full_disk_leaves_nothing_behind() {
        var file = folder.resolve("images.tar.gz");
        var writer = new ArchiveWriter(file);
        var thrown = catchThrowableOfType(
                StackException.class,
                () -> writer.write(
                        CONTENTS,
                        sink -> {
                            throw new IOException("No space left on device");
                        },
                        seen -> {}));
        assertThat(thrown.problem()).isEqualTo(Problem.ARCHIVE_NOT_WRITTEN);
        assertThat(thrown).hasMessageContaining("No space left on device");
        assertThat(folder).isEmptyDirectory();
    }
}
