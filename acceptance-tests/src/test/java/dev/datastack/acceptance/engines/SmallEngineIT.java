package dev.datastack.acceptance.engines;

import static org.assertj.core.api.Assertions.assertThat;

import dev.datastack.acceptance.stack.ImageStore;
import dev.datastack.acceptance.stack.NeedsEngine;
import dev.datastack.acceptance.stack.Repository;
import dev.datastack.acceptance.stack.Shell;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A machine with one CPU and 2 GB, which the kernel enforces: a virtual machine of that size tells its engine of 1.9 GiB. */
@NeedsEngine
@Tag("long")
class SmallEngineIT {
    private static final long TWO_GIGABYTES = 2_009_088L << 10;

    @ParameterizedTest
    @EnumSource(ImageStore.class)
    void the_images_are_built_and_the_year_is_loaded_in_the_profile_small(ImageStore store, @TempDir Path folder)
            throws IOException {
        try (var engines = new Engines(Shell.in(Repository.root()))) {
            var engine = engines.withMemory(store, TWO_GIGABYTES);
            try (var kit = Kit.in(folder, engine.there())) {
                kit.stackUp();
                assertThat(Files.readAllLines(kit.clone.file(".env"))).contains("STACK_PROFILE=small", "STACK_CPUS=1");
                assertThat(kit.replacedBy(kit::stackUp)).as("unchanged").isEmpty();
                assertThat(kit.project.containers()).allSatisfy(container -> {
                    assertThat(container.at("/RestartCount").asInt())
                            .as(container.service())
                            .isZero();
                    assertThat(container.at("/State/OOMKilled").asBoolean())
                            .as(container.service())
                            .isFalse();
                });
                assertThat(engine.kills())
                        .as("processes killed for memory, those of builds included")
                        .isZero();
            }
        }
    }
}
