package dev.datastack.cli.images.archive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.datastack.cli.FakeRunner;
import dev.datastack.cli.command.Cli;
import dev.datastack.cli.settings.EnvFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code images save} and {@code images load} on a fake engine that has every image it is asked for. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ImageArchiveCommandsTest {
    private static final String CONFIG = """
            {"name": "NAME", "services": {
              "a": {"image": "NAME/a:dev", "build": {"context": "/x"}},
              "b": {"image": "NAME/a:dev", "build": {"context": "/x"}}}}
            """;

    @TempDir
    private Path root;

    private Cli cli;
    private Path file;

    @BeforeEach
    void an_engine() {
        file = root.resolve("room.tar.gz");
        cli = clone("here");
    }

    private Cli clone(String project) {
        var clone = new Cli(root);
        clone.docker
                .says("config --format json", CONFIG.replace("NAME", project))
                .says("docker version --format {{.Server.Os}}", "linux/amd64")
                .says("docker info", "{\"DockerRootDir\":\"/nowhere\"}")
                .says("docker history", "700\tRUN x\n0\tENV a=b\n300\t\n")
                .says("docker save", "the bytes of all layers")
                .says("docker load", "Loaded image: x")
                .says("docker tag", "")
                .on("docker image inspect", call -> FakeRunner.finished(call, 0, images(call.argv().stream()), ""));
        return clone;
    }

    private static String images(Stream<String> words) {
        return words.filter(word -> word.contains(":"))
                .map(name -> "{\"Id\": \"1\", \"RepoTags\": [\"%s\"], \"Size\": 7, \"Config\": {}, \"RootFS\": %s}"
                        .formatted(name, "{\"Layers\": [\"sha256:base\", \"sha256:of-" + name + "\"]}"))
                .collect(Collectors.joining(",", "[", "]"));
    }

    private void saved() {
        assertThat(cli.run("images", "save", file.toString())).as(cli.err()).isZero();
    }

    @Test
    void every_image_and_base_is_in_the_file_once() {
        saved();
        assertThat(cli.docker.calls())
                .contains("docker save here/a:dev debian:trixie-slim python:3.13-slim-trixie eclipse-temurin:25-jdk"
                        + " postgres:17");
        assertThat(cli.out()).contains("saving 1 images and 4 bases", "room.tar.gz, ");
    }

    /** The size that inspect tells is that of packed layers in the containerd store. */
    @Test
    void the_space_that_loading_takes_is_that_of_the_unpacked_layers_each_once() throws IOException {
        saved();
        try (var in = new GZIPInputStream(Files.newInputStream(file))) {
            assertThat(new String(in.readAllBytes(), StandardCharsets.US_ASCII))
                    .contains("\"bytes\":" + (300 + 5 * 700));
        }
    }

    @Test
    void a_file_that_is_there_is_kept_unless_forced() {
        saved();
        assertThat(cli.run("images", "save", file.toString())).isEqualTo(1);
        assertThat(cli.err()).contains("The archive was not written", "already exists", "--force");
        assertThat(cli.run("images", "save", "--force", file.toString())).isZero();
    }

    @Test
    void an_image_that_is_not_built_stops_it_before_anything_is_written() {
        cli.docker.on("docker image inspect", call -> FakeRunner.finished(call, 1, "[]", "No such image"));
        assertThat(cli.run("images", "save", file.toString())).isEqualTo(1);
        assertThat(cli.err()).contains("An image is missing: here/a:dev", "./stack up");
        assertThat(file).doesNotExist();
    }

    @Test
    void a_clone_of_another_name_gets_the_images_under_its_own() {
        saved();
        var there = clone("there");
        assertThat(there.run("images", "load", file.toString())).as(there.err()).isZero();
        assertThat(there.docker.calls()).contains("docker tag here/a:dev there/a:dev");
        assertThat(there.out()).contains("the file is whole", "1 images and 4 bases are here");
        assertThat(new EnvFile(root.resolve(".env")).value("STACK_PULL_POLICY", Map.of()))
                .contains("missing");
    }

    @Test
    void images_for_another_processor_are_refused_before_anything_is_loaded() {
        saved();
        var there = clone("there");
        there.docker.says("docker version --format {{.Server.Os}}", "linux/arm64");
        assertThat(there.run("images", "load", file.toString())).isEqualTo(1);
        assertThat(there.err()).contains("The archive was refused", "for linux/amd64, this engine is linux/arm64");
        assertThat(there.docker.calls()).noneMatch(call -> call.startsWith("docker load"));
    }

    @Test
    void an_engine_whose_disk_is_full_is_told_from_a_bad_file() {
        saved();
        var there = clone("there");
        there.docker.fails("docker load", 1, "write /layer.tar: no space left on device");
        assertThat(there.run("images", "load", file.toString())).isEqualTo(1);
        assertThat(there.err()).contains("The images were not loaded", "no space left on device", "docker system df");
        assertThat(root.resolve(".env")).doesNotExist();
    }

    @Test
    void loaded_images_are_not_built_again_by_up() {
        saved();
        var there = clone("there");
        there.run("images", "load", file.toString());
        there.run("up", "--timeout", "0");
        assertThat(there.out()).contains("images: used as they are");
        assertThat(there.docker.calls()).noneMatch(call -> call.matches(".* build( .*)?") || call.contains("mvnw"));
    }

    /** Images that are used as they are get them mounted all the same. */
    @Test
    void a_start_has_the_certificates_in_the_clone_before_anything_else_is_done(@TempDir Path elsewhere)
            throws IOException {
        saved();
        var there = clone("there");
        there.run("images", "load", file.toString());
        var bundle = Files.writeString(elsewhere.resolve("ca.crt"), "certificates");
        new EnvFile(root.resolve(".env")).set("STACK_CA_BUNDLE", bundle.toString());
        there.run("up", "--timeout", "0");
        assertThat(root.resolve(".stack/ca.pem")).hasContent("certificates");
        assertThat(there.out()).contains("images: used as they are");
    }
}
