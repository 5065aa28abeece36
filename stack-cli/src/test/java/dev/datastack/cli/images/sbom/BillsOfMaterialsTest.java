package dev.datastack.cli.images.sbom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.datastack.cli.FakeRunner;
import dev.datastack.cli.FakeScreen;
import dev.datastack.cli.docker.BuildRecipe;
import dev.datastack.cli.problem.Problem;
import dev.datastack.cli.problem.StackException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

@DisplayNameGeneration(ReplaceUnderscores.class)
class BillsOfMaterialsTest {
    private static final String PACKAGES = """
            deb\tlibc6\t2.41-12+deb13u1\tGPL-2;LGPL-2.1+;\tamd64
            pypi\tFlask_Login\t0.6.3\tMIT License;\t
            deb\tsilent\t1:1~rc1\t\tall
            deb\tlibstdc++6\t14.2.0-19\t\tamd64
            """;

    @TempDir
    private Path root;

    private final FakeRunner runner = new FakeRunner();
    private final FakeScreen screen = FakeScreen.pipe();

    @BeforeEach
    void an_image_with_four_packages() {
        runner.says("docker image inspect", "[{\"Id\": \"sha256:7\", \"RepoTags\": [\"p/x:dev\"], \"Config\": {}}]")
                .says("docker run", PACKAGES);
    }

    private void write(String image) {
        var recipe = new BuildRecipe("x", image, root, root, "", Map.of());
        new BillsOfMaterials(runner, root, screen.terminal()).write(List.of(recipe), root.resolve("out"));
    }

    @Test
    void a_package_has_the_name_that_scanners_know_and_its_licences() throws IOException {
        write("p/x:dev");
        var document = JsonMapper.shared().readTree(root.resolve("out/x.cdx.json"));
        assertThat(document.at("/metadata/component/version").asString()).isEqualTo("sha256:7");
        assertThat(document.path("components").findValuesAsString("purl"))
                .containsExactly(
                        "pkg:deb/debian/libc6@2.41-12%2Bdeb13u1?arch=amd64",
                        "pkg:deb/debian/libstdc%2B%2B6@14.2.0-19?arch=amd64",
                        "pkg:deb/debian/silent@1%3A1~rc1?arch=all",
                        "pkg:pypi/flask-login@0.6.3");
        assertThat(document.at("/components/0/licenses/1/license/name").asString())
                .isEqualTo("LGPL-2.1+");
    }

    @Test
    void a_package_without_a_stated_licence_is_listed_as_that() throws IOException {
        write("p/x:dev");
        assertThat(Files.readString(root.resolve("out/licences.tsv")))
                .contains("pkg:deb/debian/silent@1%3A1~rc1?arch=all\t(not stated in a form that programs read)\tx")
                .contains("pkg:pypi/flask-login@0.6.3\tMIT License\tx");
    }

    @Test
    void java_libraries_come_from_maven_and_an_image_from_scratch_has_nothing_else() throws IOException {
        runner.fails("docker run", 127, "exec: \"sh\": executable file not found in $PATH")
                .on("makeBom", call -> {
                    try {
                        Files.createDirectories(root.resolve("healthcheck-agent/target"));
                        Files.writeString(root.resolve("healthcheck-agent/target/bom.json"), """
                        {"components": [{"group": "org.teavm", "name": "teavm-jso", "version": "0.15.0",
                          "purl": "pkg:maven/org.teavm/teavm-jso@0.15.0?type=jar",
                          "licenses": [{"license": {"id": "Apache-2.0"}}]}]}
                        """);
                    } catch (IOException e) {
                        throw new java.io.UncheckedIOException(e);
                    }
                    return FakeRunner.finished(call, 0, "", "");
                });
        write("p/healthcheck-agent:dev");
        assertThat(Files.readString(root.resolve("out/licences.tsv")))
                .contains("pkg:maven/org.teavm/teavm-jso@0.15.0?type=jar\tApache-2.0\thealthcheck-agent");
    }

    @Test
    void maven_that_fails_is_quoted() {
        runner.fails("makeBom", 1, "[ERROR] Could not transfer artifact");
        var thrown = catchThrowableOfType(StackException.class, () -> write("p/etl-service:dev"));
        assertThat(thrown).hasMessageContaining("did not tell what is in the jar of etl-service");
        assertThat(thrown.evidence()).containsExactly("[ERROR] Could not transfer artifact");
    }

    @Test
    void an_image_that_is_not_built_is_named() {
        runner.fails("docker image inspect", 1, "No such image");
        var thrown = catchThrowableOfType(StackException.class, () -> write("p/x:dev"));
        assertThat(thrown.problem()).isEqualTo(Problem.IMAGE_MISSING);
    }
}
