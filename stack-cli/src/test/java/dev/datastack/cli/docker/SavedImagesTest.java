package dev.datastack.cli.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * One image, built with attestations, saved by Docker 28.5.2 from each store: a.txt of 5000 bytes in the first layer, b.txt
 * of 33 in the second.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class SavedImagesTest {
    private static final String IMAGE = "fixture/two-layers:dev";

    private static InputStream saved(String store) {
        return Objects.requireNonNull(SavedImagesTest.class.getResourceAsStream("/docker/saved/" + store + ".tar"));
    }

    private static <T> SavedImages.Found<T> only(Map<String, SavedImages.Found<T>> found) {
        assertThat(found).containsOnlyKeys(IMAGE);
        return found.values().iterator().next();
    }

    @ParameterizedTest
    @ValueSource(strings = {"classic", "containerd"})
    void an_image_has_the_same_size_in_both_stores(String store) throws IOException {
        try (var saved = saved(store)) {
            var found = SavedImages.look(saved, SavedImages::bytesOfFiles);
            assertThat(only(found).layers()).containsExactly(5000L, 33L);
            assertThat(saved.read())
                    .as("nothing is left for docker to wait with")
                    .isEqualTo(-1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"classic", "containerd"})
    void a_text_is_found_in_its_layer_packed_or_not(String store) throws IOException {
        try (var saved = saved(store)) {
            var found = SavedImages.look(
                    saved,
                    blob -> new String(blob.readAllBytes(), StandardCharsets.UTF_8).contains("hidden-in-the-second"));
            assertThat(only(found).layers()).containsExactly(false, true);
            assertThat(only(found).configuration()).isFalse();
        }
    }

    @Test
    void a_stream_that_ends_early_is_no_smaller_image() throws IOException {
        try (var saved = saved("containerd")) {
            var half = new ByteArrayInputStream(saved.readNBytes(9000));
            assertThatThrownBy(() -> SavedImages.look(half, SavedImages::bytesOfFiles))
                    .isInstanceOf(IOException.class);
        }
    }

    @Test
    void a_manifest_that_names_a_layer_which_was_not_written_is_no_smaller_image() {
        var manifest = "[{\"Config\": \"c\", \"RepoTags\": [\"x\"], \"Layers\": [\"absent\"]}]";
        assertThatThrownBy(() -> SavedImages.look(tar("manifest.json", bytes(manifest)), SavedImages::bytesOfFiles))
                .hasMessageContaining("did not write absent");
    }

    @Test
    void a_layer_packed_in_a_way_that_java_cannot_read_is_refused_and_not_taken_for_empty() {
        var zstd = new byte[] {0x28, (byte) 0xb5, 0x2f, (byte) 0xfd};
        assertThatThrownBy(() -> SavedImages.look(tar("blobs/sha256/1", zstd), SavedImages::bytesOfFiles))
                .hasMessageContaining("zstd");
    }

    /** Go writes such a size into an entry of its own in front. */
    @Test
    void a_file_too_large_for_its_header_counts_with_the_size_beside_it() throws IOException {
        var tar = new ByteArrayOutputStream();
        entry(tar, "PaxHeaders/large", 'x', bytes("11 size=40\n"), 11);
        entry(tar, "large", '0', new byte[40], 0);
        entry(tar, "small", '0', new byte[2], 2);
        assertThat(SavedImages.bytesOfFiles(new ByteArrayInputStream(tar.toByteArray())))
                .isEqualTo(42);
    }

    private static InputStream tar(String name, byte[] content) {
        var tar = new ByteArrayOutputStream();
        entry(tar, name, '0', content, content.length);
        return new ByteArrayInputStream(tar.toByteArray());
    }

    private static void entry(ByteArrayOutputStream tar, String name, char type, byte[] content, int size) {
        var header = "%-100s%24s%011o %20s%s%100s%s".formatted(name, "", size, "", type, "", "ustar");
        tar.writeBytes(bytes(header.replace(name + " ", name + "\0")));
        tar.writeBytes(new byte[512 - header.length()]);
        tar.writeBytes(content);
        tar.writeBytes(new byte[(512 - content.length % 512) % 512]);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
