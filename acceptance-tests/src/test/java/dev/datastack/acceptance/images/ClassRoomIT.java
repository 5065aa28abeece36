package dev.datastack.acceptance.images;

import static org.assertj.core.api.Assertions.assertThat;

import dev.datastack.acceptance.stack.ImageStore;
import dev.datastack.acceptance.stack.NeedsEngine;
import dev.datastack.acceptance.stack.Project;
import dev.datastack.acceptance.stack.Repository;
import dev.datastack.acceptance.stack.RunningStack;
import dev.datastack.acceptance.stack.SecondEngine;
import dev.datastack.acceptance.stack.SecondEngine.Kind;
import dev.datastack.acceptance.stack.SecondEngine.Network;
import dev.datastack.acceptance.stack.Shell;
import dev.datastack.acceptance.stack.StackCommand;
import dev.datastack.cli.process.Finished;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** From this machine's images to a stack that runs on an engine that never saw a network, and has the other image store. */
@NeedsEngine
class ClassRoomIT {
    private static final String ELSEWHERE = "class-room";

    @Test
    void what_was_saved_starts_on_an_empty_engine_without_a_network(RunningStack stack, @TempDir Path folder)
            throws IOException {
        var here = stack.healthy().shell().within(Duration.ofMinutes(10));
        var file = folder.resolve("images.tar.gz");
        well(StackCommand.run(here, "images", "save", file.toString()));
        var clone = copyOfTheClone(folder.resolve("clone"));
        var base = Repository.setting("BASE_PREFIX").orElse("") + "debian:trixie-slim";
        // The other image store: what one of them saved, both must be able to load.
        var store = ImageStore.of(here).other();
        var name = stack.healthy().name() + "-engine";
        try (var engine = SecondEngine.start(here, name, base, new Kind(store, Network.NONE))) {
            var there = new Shell(clone, engine.there().environment(), Duration.ofMinutes(10))
                    .with(Project.named(ELSEWHERE));
            assertThat(there.output("docker", "images", "--quiet")).isEmpty();
            aTruncatedFileIsRefused(there, file);
            well(StackCommand.run(there, "images", "load", file.toString()));
            try {
                startsWithoutABuild(there);
                sizesAreTheSame(here, there, stack.healthy().name());
            } finally {
                there.run("docker", "compose", "down", "--volumes", "--timeout", "5");
            }
        }
    }

    private static void aTruncatedFileIsRefused(Shell there, Path file) throws IOException {
        var half = Objects.requireNonNull(file.getParent()).resolve("half.tar.gz");
        try (var in = Files.newInputStream(file)) {
            Files.write(half, in.readNBytes(10_000_000));
        }
        var refused = StackCommand.run(there, "images", "load", half.toString());
        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(refused.errText()).contains("The archive was refused", "ends too early, after 10000000 bytes");
        assertThat(there.output("docker", "images", "--quiet")).isEmpty();
    }

    private static void startsWithoutABuild(Shell there) {
        assertThat(Files.exists(there.folder().resolve("etl-service")))
                .as("no sources")
                .isFalse();
        well(there.run("docker", "compose", "up", "--detach", "--wait"));
        var healthy = there.output("docker", "ps", "--filter", "health=healthy", "--format", "{{.Names}}");
        assertThat(healthy.lines()).hasSize(6).allMatch(name -> name.startsWith(ELSEWHERE));
        assertThat(there.output("docker", "system", "df", "--format", "{{.Type}} {{.TotalCount}}"))
                .contains("Build Cache 0");
    }

    /** Also when one keeps layers packed and the other does not: nobody's exercise is graded by another measure. */
    private static void sizesAreTheSame(Shell here, Shell there, String project) {
        assertThat(sizes(there)).isNotEmpty().isEqualTo(sizes(here).replace(project + "/", ELSEWHERE + "/"));
    }

    private static String sizes(Shell shell) {
        var set = JsonMapper.shared()
                .readTree(well(StackCommand.run(shell, "explain", "images", "--json"))
                        .outText());
        var text = new StringBuilder();
        for (var image : set.path("images")) {
            text.append(image.path("image").asString())
                    .append(' ')
                    .append(image.path("size"))
                    .append('\n');
            image.path("layers")
                    .forEach(layer ->
                            text.append("  ").append(layer.path("size")).append('\n'));
        }
        set.path("bases")
                .forEach(base ->
                        text.append(base.path("base")).append(base.path("size")).append('\n'));
        return text.append(set.path("eachLayerOnce")).toString();
    }

    private static Finished well(Finished finished) {
        assertThat(finished.well()).as(Shell.told(finished)).isTrue();
        return finished;
    }

    /** What a start reads, and no more: no jar, no source of a service, no setting of this machine. */
    private static Path copyOfTheClone(Path clone) throws IOException {
        var read = List.of(Path.of("docker-compose.yml"), Path.of("docker"), Path.of("data"));
        for (var file : Repository.sources()) {
            if (read.stream().anyMatch(file::startsWith)) {
                var target = clone.resolve(file);
                Files.createDirectories(Objects.requireNonNull(target.getParent()));
                Files.copy(Repository.root().resolve(file), target);
            }
        }
        return clone;
    }
}
