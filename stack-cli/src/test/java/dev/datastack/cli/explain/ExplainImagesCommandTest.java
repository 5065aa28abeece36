package dev.datastack.cli.explain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.datastack.cli.FakeRunner;
import dev.datastack.cli.SavedTar;
import dev.datastack.cli.command.Cli;
import dev.datastack.cli.process.Call;
import dev.datastack.cli.process.Finished;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** A project of two images on one base; the naive twin of the first is built, the second is not. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ExplainImagesCommandTest {
    private static final String CONFIG = """
            {"name": "p", "services": {
              "one": {"image": "p/one:dev", "build": {"context": "ROOT", "dockerfile": "Dockerfile"}},
              "again": {"image": "p/one:dev", "build": {"context": "ROOT", "dockerfile": "Dockerfile"}},
              "two": {"image": "p/two:dev", "build": {"context": "ROOT", "dockerfile": "Dockerfile"}},
              "plain": {"image": "elsewhere:1"}}}
            """;
    private static final String DOCKERFILE = """
            FROM debian:trixie-slim AS tools
            RUN make it
            FROM debian:trixie-slim
            COPY --from=tools /it /it
            """;

    @TempDir
    private Path root;

    private Cli cli;
    private int twin = 50_000_000;

    @BeforeEach
    void an_engine_with_one_of_the_two_images() throws IOException {
        cli = new Cli(root);
        Files.writeString(root.resolve("Dockerfile"), DOCKERFILE);
        cli.docker
                .says("config --format json", CONFIG.replace("ROOT", root.toString()))
                .on("docker image inspect", this::inspect)
                .says("docker history", "26000000\tCOPY /it /it # buildkit\n0\tENV A=b\n90000000\t\n")
                .pours("docker save", call -> SavedTar.of(images(call, twin)))
                .says("docker system df", """
                        [{"Description": "mount / from exec /bin/sh -c make it", "Size": "300MB", "LastUsedAt": "x"}]
                        """);
    }

    /** The containerd store's sizes: that of the packed layers in inspect, that of blocks in the history. */
    private Finished inspect(Call call) {
        var there = images(call, twin).stream()
                .map(image -> "{\"Id\": \"x\", \"RepoTags\": [\"%s\"], \"Size\": 30, \"RootFS\": {\"Layers\": [%s]}}"
                        .formatted(
                                image.name(),
                                image.layers().keySet().stream()
                                        .map(layer -> '"' + layer + '"')
                                        .collect(Collectors.joining(","))))
                .collect(Collectors.joining(",", "[", "]"));
        return FakeRunner.finished(call, 1, there, "");
    }

    private static List<SavedTar.Image> images(Call call, int twin) {
        return Stream.of(
                        new SavedTar.Image("debian:trixie-slim").layer("sha256:1", 8_000_000),
                        new SavedTar.Image("p/one:dev")
                                .layer("sha256:1", 8_000_000)
                                .layer("sha256:2", 2_500_000),
                        new SavedTar.Image("p/naive-one:dev")
                                .layer("sha256:1", 8_000_000)
                                .layer("sha256:3", twin))
                .filter(image -> call.argv().contains(image.name()))
                .toList();
    }

    @Test
    void an_image_stands_beside_its_naive_twin_above_the_same_base() {
        assertThat(cli.run("explain", "images")).isEqualTo(1);
        assertThat(cli.out().lines())
                .anyMatch(line -> line.matches("p/one:dev +10\\.5 MB +debian:trixie-slim +2\\.5 MB +50\\.0 MB +5 %"));
        assertThat(cli.out())
                .contains("p/two:dev is not built", "274.0 MB  tools: wrote 300.0 MB, the image took 26.0 MB");
    }

    @Test
    void beside_a_twin_that_adds_next_to_nothing_the_share_is_a_difference() {
        twin = 12_000;
        cli.run("explain", "images");
        assertThat(cli.out().lines()).anyMatch(line -> line.matches("p/one:dev .* 12\\.0 kB +\\+ 2\\.5 MB"));
    }

    @Test
    void json_has_the_same_numbers() {
        cli.run("explain", "images", "--json");
        var json = JsonMapper.shared().readTree(cli.out());
        assertThat(json.at("/images/0/aboveBase").asLong()).isEqualTo(2_500_000);
        assertThat(json.at("/images/0/twin/aboveBase").asLong()).isEqualTo(50_000_000);
        assertThat(json.at("/images/0/layers/1/madeBy").asString()).isEqualTo("COPY /it /it");
        assertThat(json.at("/images/0/stages/0/left").asLong()).isEqualTo(274_000_000);
        assertThat(json.at("/eachLayerOnce").asLong()).isEqualTo(10_500_000);
        assertThat(json.at("/missing/0").asString()).isEqualTo("p/two:dev");
    }

    @Test
    void layers_that_cannot_be_read_out_stop_it_with_what_docker_said() {
        cli.docker.fails("docker save", 1, "Error response from daemon: unable to create manifests file");
        assertThat(cli.run("explain", "images")).isEqualTo(1);
        assertThat(cli.err()).contains("A command failed", "unable to create manifests file");
    }

    @Test
    void a_twin_that_cannot_be_built_shows_what_the_build_said() throws IOException {
        var naive = Files.createDirectories(root.resolve("docker/naive/one"));
        Files.writeString(naive.resolve("Dockerfile"), "FROM debian:trixie-slim\n");
        cli.docker.fails("docker build", 1, "ERROR: no space left on device");
        assertThat(cli.run("explain", "images", "--twins")).isEqualTo(1);
        assertThat(cli.err())
                .contains("An image was not built: the build of p/naive-one:dev", "no space left on device");
    }
}
