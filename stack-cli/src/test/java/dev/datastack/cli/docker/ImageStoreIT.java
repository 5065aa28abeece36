package dev.datastack.cli.docker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.datastack.cli.TestEngine;
import dev.datastack.cli.process.Call;
import dev.datastack.cli.process.ProcessRunner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The sizes of an image of two layers with known files, asked of the engine at hand, whichever image store it has. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ImageStoreIT {
    private static final ProcessRunner RUNNER = new ProcessRunner();

    @TempDir
    private Path folder;

    private final ImageStore store = new ImageStore(RUNNER);
    private final String image = "image-store-it-" + ProcessHandle.current().pid() + ":dev";

    @BeforeEach
    void an_engine_that_answers_and_the_image() throws IOException {
        TestEngine.isNeeded();
        Files.write(folder.resolve("large"), new byte[300_001]);
        Files.write(folder.resolve("small"), new byte[7]);
        Files.writeString(
                folder.resolve("Dockerfile"), "FROM scratch\nCOPY large /\nENV A=b\nCOPY small /sub/folder/\n");
        assertThat(store.build(Build.of(folder, image), line -> {}).well()).isTrue();
    }

    @AfterEach
    void without_it() {
        RUNNER.run(Call.of("docker", "image", "rm", image));
    }

    @Test
    void a_layer_is_as_large_as_its_files() {
        assertThat(store.layerSizes(List.of(image))).containsEntry(image, List.of(300_001L, 7L));
    }

    @Test
    void unpacked_on_disk_it_takes_no_less_and_at_most_some_blocks_more() {
        assertThat(store.unpackedOnDisk(store.inspect(List.of(image)))).isBetween(300_008L, 400_000L);
    }
}
