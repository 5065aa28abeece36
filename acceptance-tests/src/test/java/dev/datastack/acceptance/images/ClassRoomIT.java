package dev.datastack.acceptance.images;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import dev.datastack.acceptance.stack.NeedsEngine;
import dev.datastack.acceptance.stack.Repository;
import dev.datastack.acceptance.stack.RunningStack;
import dev.datastack.acceptance.stack.Shell;
import dev.datastack.acceptance.stack.StackCommand;
import dev.datastack.cli.docker.Finished;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** From this machine's images to a stack that runs on an engine that never saw a network. */
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
        try (var engine = SecondEngine.start(here, stack.healthy().name() + "-engine", base)) {
            var there = new Shell(clone, engine.there().environment(), Duration.ofMinutes(10))
                    .with(Map.of("COMPOSE_PROJECT_NAME", ELSEWHERE));
            assertThat(there.output("docker", "images", "--quiet")).isEmpty();
            aTruncatedFileIsRefused(there, file);
            well(StackCommand.run(there, "images", "load", file.toString()));
            try {
                startsWithoutABuild(there);
                theSumIsWhatTheEngineCounts(there);
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

    /** An engine with nothing but these images counts what they take: an answer to compare ours with. */
    private static void theSumIsWhatTheEngineCounts(Shell there) {
        var explained = StackCommand.run(there, "explain", "images", "--json");
        var set = JsonMapper.shared().readTree(explained.outText());
        long expected = set.path("onDisk").asLong();
        long debian = 0;
        long jdk = 0;
        for (var base : set.path("bases")) {
            var name = base.path("base").asString();
            debian += name.endsWith("debian:trixie-slim") ? base.path("size").asLong() : 0;
            jdk += name.endsWith("eclipse-temurin:25-jdk") ? base.path("size").asLong() : 0;
        }
        // The JDK is in no image of the stack; of its own it brings what lies above the Debian that all share.
        // An official one shares nothing, and comes with the whole of it.
        long shared = Repository.setting("BASE_PREFIX")
                        .filter("datastack.local/"::equals)
                        .isPresent()
                ? debian
                : 0;
        var df = there.output("docker", "system", "df", "--format", "{{.Type}} {{.Size}}");
        var counted = df.lines()
                .filter(line -> line.startsWith("Images "))
                .findFirst()
                .orElseThrow();
        assertThat(gigabytes(counted)).isCloseTo((expected + jdk - shared) / 1e9, offset(0.02));
    }

    private static double gigabytes(String counted) {
        assertThat(counted).endsWith("GB");
        return Double.parseDouble(counted.replaceAll("[^0-9.]", ""));
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
