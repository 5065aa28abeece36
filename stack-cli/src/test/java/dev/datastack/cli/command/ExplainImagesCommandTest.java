package dev.datastack.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.datastack.cli.FakeRunner;
import dev.datastack.cli.docker.Call;
import dev.datastack.cli.docker.Finished;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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

    @BeforeEach
    void an_engine_with_one_of_the_two_images() throws IOException {
        cli = new Cli(root);
        Files.writeString(root.resolve("Dockerfile"), DOCKERFILE);
        cli.docker
                .says("config --format json", CONFIG.replace("ROOT", root.toString()))
                .on("docker image inspect", this::inspect)
                .says("docker history", "25000000\tCOPY /it /it # buildkit\n0\tENV A=b\n80000000\t\n")
                .says("docker system df", """
                        [{"Description": "mount / from exec /bin/sh -c make it", "Size": "300MB", "LastUsedAt": "x"}]
                        """);
    }

    private Finished inspect(Call call) {
        var there = Stream.of(
                        image("debian:trixie-slim", 80_000_000, "\"sha256:1\""),
                        image("p/one:dev", 105_000_000, "\"sha256:1\", \"sha256:2\""),
                        image("p/naive-one:dev", 580_000_000, "\"sha256:1\", \"sha256:3\""))
                .filter(json -> call.argv().stream().anyMatch(word -> json.contains("\"" + word + "\"")))
                .collect(Collectors.joining(",", "[", "]"));
        return FakeRunner.finished(call, 1, there, "");
    }

    private static String image(String tag, long size, String layers) {
        return "{\"Id\": \"x\", \"RepoTags\": [\"%s\"], \"Size\": %d, \"RootFS\": {\"Layers\": [%s]}}"
                .formatted(tag, size, layers);
    }

    @Test
    void an_image_stands_beside_its_naive_twin_above_the_same_base() {
        assertThat(cli.run("explain", "images")).isEqualTo(1);
        assertThat(cli.out().lines())
                .anyMatch(
                        line -> line.matches("p/one:dev +105\\.0 MB +debian:trixie-slim +25\\.0 MB +500\\.0 MB +5 %"));
        assertThat(cli.out())
                .contains("p/two:dev is not built", "275.0 MB  tools: wrote 300.0 MB, the image took 25.0 MB");
    }

    @Test
    void beside_a_twin_that_adds_next_to_nothing_the_share_is_a_difference() {
        cli.docker.on(
                "docker image inspect",
                call -> FakeRunner.finished(call, 1, inspect(call).outText().replace("580000000", "80012000"), ""));
        cli.run("explain", "images");
        assertThat(cli.out().lines()).anyMatch(line -> line.matches("p/one:dev .* 12\\.0 kB +\\+ 25\\.0 MB"));
    }

    @Test
    void json_has_the_same_numbers() {
        cli.run("explain", "images", "--json");
        var json = JsonMapper.shared().readTree(cli.out());
        assertThat(json.at("/images/0/aboveBase").asLong()).isEqualTo(25_000_000);
        assertThat(json.at("/images/0/twin/aboveBase").asLong()).isEqualTo(500_000_000);
        assertThat(json.at("/images/0/layers/1/madeBy").asString()).isEqualTo("COPY /it /it");
        assertThat(json.at("/images/0/stages/0/left").asLong()).isEqualTo(275_000_000);
        assertThat(json.at("/onDisk").asLong()).isEqualTo(105_000_000);
        assertThat(json.at("/missing/0").asString()).isEqualTo("p/two:dev");
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
