package dev.datastack.cli.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.node.ObjectNode;

@DisplayNameGeneration(ReplaceUnderscores.class)
class MountedFilesTest {
    @TempDir
    private Path home;

    private Path project;

    @BeforeEach
    void a_project() throws IOException {
        home = home.toRealPath();
        project = Files.createDirectories(home.resolve("project"));
        Files.createDirectories(project.resolve("data/pg"));
        Files.writeString(project.resolve("data/pg/rows"), "rows");
        Files.writeString(project.resolve("password"), "letmein");
    }

    private ObjectNode separated(String outer, String options) {
        var model = (ObjectNode) Sandboxes.json("""
                {"services": {
                   "a": {"volumes": [{"type": "bind", "source": "%1$s/%2$s", "target": "/work"%3$s}]},
                   "b": {"volumes": [{"type": "bind", "source": "%1$s/data/pg", "target": "/rows"}]}},
                 "secrets": {"password": {"file": "%1$s/password"}}}""".formatted(project, outer, options));
        new MountedFiles(home.resolve("mounted"), Bounds.USUAL).separate(model);
        return model;
    }

    @Test
    void what_another_container_could_replace_by_a_link_is_mounted_from_a_copy() {
        var model = separated("data", "");
        var rows = Path.of(model.at("/services/b/volumes/0/source").asString());
        assertThat(rows).startsWith(home.resolve("mounted"));
        assertThat(rows.resolve("rows")).hasContent("rows");
        assertThat(model.at("/services/a/volumes/0/source").asString()).isEqualTo(project + "/data");
        assertThat(model.at("/secrets/password/file").asString()).isEqualTo(project + "/password");
    }

    @Test
    void a_secret_in_a_folder_that_can_be_written_is_one_of_those() {
        var model = separated(".", "");
        assertThat(Path.of(model.at("/secrets/password/file").asString()))
                .startsWith(home.resolve("mounted"))
                .hasContent("letmein");
    }

    @Test
    void nothing_is_copied_where_nobody_can_write_or_both_mount_the_same() {
        for (var outer : new String[] {"data", "data/pg"}) {
            var model = separated(outer, outer.equals("data") ? ", \"read_only\": true" : "");
            assertThat(model.at("/services/b/volumes/0/source").asString()).isEqualTo(project + "/data/pg");
        }
        assertThat(home.resolve("mounted")).doesNotExist();
    }
}
