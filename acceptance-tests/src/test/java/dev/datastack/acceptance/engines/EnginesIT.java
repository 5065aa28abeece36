package dev.datastack.acceptance.engines;

import static dev.datastack.acceptance.engines.Client.NEWEST_BUILDX;
import static dev.datastack.acceptance.engines.Client.NEWEST_COMPOSE;
import static dev.datastack.acceptance.engines.Client.OF_THE_MACHINE;
import static dev.datastack.acceptance.engines.Client.OLDEST_COMPOSE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.datastack.acceptance.stack.ImageStore;
import dev.datastack.acceptance.stack.NeedsEngine;
import dev.datastack.acceptance.stack.Repository;
import dev.datastack.acceptance.stack.Shell;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a start promises, on both image stores and with old and new clients: first, unchanged, beside a running stack,
 * changed; and what {@code stack doctor} finds there. */
@NeedsEngine
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EnginesIT {
    private final Engines engines = new Engines(Shell.in(Repository.root()));

    @AfterAll
    void stop() {
        engines.close();
    }

    /** All other tests run with the machine's own store. */
    @Test
    void on_the_other_store_an_up_replaces_what_changed_and_nothing_else(@TempDir Path folder) throws IOException {
        var other = ImageStore.of(Shell.in(Repository.root())).other();
        keepsItsPromise(other, new Client(OF_THE_MACHINE, OF_THE_MACHINE), folder);
    }

    @ParameterizedTest(name = "{0} store, {1}")
    @MethodSource("all")
    @Tag("long")
    void an_up_replaces_what_changed_with_every_client(ImageStore store, Client client, @TempDir Path folder)
            throws IOException {
        keepsItsPromise(store, client, folder);
    }

    static Stream<Arguments> all() {
        return Stream.of(ImageStore.values())
                .flatMap(store -> Stream.of(OLDEST_COMPOSE, OF_THE_MACHINE, NEWEST_COMPOSE)
                        .flatMap(compose -> Stream.of(OF_THE_MACHINE, NEWEST_BUILDX)
                                .map(buildx -> Arguments.of(store, new Client(compose, buildx)))));
    }

    private void keepsItsPromise(ImageStore store, Client client, Path folder) throws IOException {
        var configuration = Files.createDirectory(folder.resolve("docker"));
        try (var kit = Kit.in(folder, client.in(engines.with(store), configuration))) {
            kit.up("postgres");
            kit.up();
            assertThat(kit.replacedBy(() -> kit.up())).as("unchanged").isEmpty();
            assertThat(kit.replacedBy(kit::stackUp)).as("./stack up on it").isEmpty();
            kit.isHealthyForTheDoctor();
            for (var change : Change.values()) {
                change.make(kit.clone);
                assertThat(kit.replacedBy(() -> kit.up())).as(change.name()).isEqualTo(change.services());
            }
            assertThat(kit.replacedBy(kit::stackUp)).as("./stack up at last").isEmpty();
            kit.stack("course", "verify", "1");
            kit.plantedIsFound();
        }
    }
}
