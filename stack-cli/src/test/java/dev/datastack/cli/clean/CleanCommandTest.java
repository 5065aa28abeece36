package dev.datastack.cli.clean;

import static org.assertj.core.api.Assertions.assertThat;

import dev.datastack.cli.FakeScreen;
import dev.datastack.cli.command.Cli;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class CleanCommandTest {
    private static final String OLD = "sha256:9c1f00000000aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa";
    private static final String LABEL = "--filter label=com.docker.compose.project=tiny";

    @TempDir
    private Path root;

    @SuppressWarnings("NullAway.Init")
    private Cli cli;

    @BeforeEach
    void a_project_with_an_image_that_was_replaced() {
        cli = new Cli(root);
        cli.docker
                .says("docker system df --verbose", """
                        {"Containers": [{"Names": "tiny-postgres-1", "Size": "28.7kB"}],
                         "Volumes": [{"Name": "tiny_data", "Size": "1.2GB"}, {"Name": "other_data", "Size": "9GB"}],
                         "Images": [{"ID": "%s", "Repository": "<none>", "Tag": "<none>", "UniqueSize": "152.3MB"},
                                    {"ID": "sha256:1", "Repository": "tiny/postgres", "Tag": "dev", "UniqueSize": "200MB"}]}
                        """.formatted(OLD))
                .says("docker ps --all --format {{.Names}} " + LABEL, "tiny-postgres-1")
                .says("docker network ls --format {{.Name}} " + LABEL, "tiny_default")
                .says("docker volume ls --format {{.Name}} " + LABEL, "tiny_data\ntiny_data-of-before")
                .says("docker image ls --no-trunc --format {{.ID}} --filter dangling=true " + LABEL, OLD)
                .says(
                        "docker image ls --format {{.Repository}}:{{.Tag}} --filter dangling=false"
                                + " --filter reference=tiny/* " + LABEL,
                        "tiny/postgres:dev\ntiny/mine:1")
                .says(
                        "docker image ls --format {{.Repository}}:{{.Tag}} --filter dangling=false"
                                + " --filter reference=tiny/*:dev --filter reference=tiny/*:jib",
                        "tiny/postgres:dev\ntiny/etl-service:jib")
                .says("down --remove-orphans", "")
                .says("docker volume rm", "")
                .says("docker image rm", "");
    }

    private void nothingIsRemoved() {
        assertThat(cli.docker.calls()).noneMatch(call -> call.contains(" down ") || call.contains(" rm "));
    }

    @Test
    void a_dry_run_shows_what_would_go_and_what_it_frees() {
        assertThat(cli.run("clean", "--dry-run")).isZero();
        assertThat(cli.out())
                .containsSubsequence(
                        "container  tiny-postgres-1",
                        "28.7 kB",
                        "network    tiny_default",
                        "image      9c1f00000000, replaced by a newer build",
                        "152.3 MB",
                        "all together: 152.3 MB")
                .doesNotContain("tiny_data", "tiny/postgres:dev");
        nothingIsRemoved();
    }

    @Test
    void without_a_yes_nothing_goes() {
        assertThat(cli.run("clean")).isEqualTo(1);
        assertThat(cli.err()).contains("Your confirmation is needed", "./stack clean --yes");
        nothingIsRemoved();
        cli.screen = FakeScreen.personWhoSays("no");
        assertThat(cli.run("clean", "--volumes")).isEqualTo(1);
        assertThat(cli.out()).contains("Remove these 5 things of tiny, its database and passwords among them? [y/N]");
        nothingIsRemoved();
    }

    @Test
    void the_containers_go_before_the_images_they_hold() {
        cli.screen = FakeScreen.personWhoSays("yes");
        assertThat(cli.run("clean")).isZero();
        assertThat(cli.docker.calls())
                .filteredOn(call -> call.contains(" down ") || call.contains(" rm "))
                .satisfiesExactly(
                        down -> assertThat(down).endsWith("down --remove-orphans"),
                        rm -> assertThat(rm).isEqualTo("docker image rm " + OLD));
        assertThat(cli.out()).endsWith("clean: removed; disk space that is free again: 152.3 MB\n");
    }

    @Test
    void images_and_volumes_go_when_they_are_named() {
        assertThat(cli.run("clean", "--images", "--volumes", "--yes")).isZero();
        assertThat(cli.docker.calls())
                .anyMatch(call -> call.endsWith("down --remove-orphans --volumes"))
                .contains("docker volume rm tiny_data tiny_data-of-before")
                .contains("docker image rm " + OLD + " tiny/postgres:dev tiny/mine:1 tiny/etl-service:jib")
                .noneMatch(call -> call.contains("prune"));
        assertThat(cli.out()).contains("all together: 1,552.3 MB").doesNotContain("other_data");
    }

    @Test
    void an_image_that_somebody_else_runs_is_told() {
        cli.docker.fails("docker image rm", 1, "conflict: unable to delete 9c1f: image is being used by container 1");
        assertThat(cli.run("clean", "--yes")).isEqualTo(1);
        assertThat(cli.err()).contains("image is being used by container 1");
    }

    @Test
    void the_caches_of_the_command_go_and_what_is_no_cache_stays() throws IOException {
        var model = root.resolve(".stack/model.json");
        var classes = root.resolve("stack-cli/target/start/1.2-3");
        var ca = root.resolve(".stack/ca.pem");
        for (var file : new Path[] {model, classes, ca}) {
            Files.createDirectories(file.resolveSibling(""));
            Files.writeString(file, "x".repeat(1000));
        }
        cli.run("clean", "--yes");
        assertThat(cli.out()).contains("cache", ".stack/model.json", "stack-cli/target/start/1.2-3", "1.0 kB");
        assertThat(model).doesNotExist();
        assertThat(classes).doesNotExist();
        assertThat(ca).exists();
    }

    @Test
    void the_backup_of_an_upgrade_goes_with_the_data_alone() throws IOException {
        var backup = root.resolve(".stack/before-18.tar");
        Files.createDirectories(backup.resolveSibling(""));
        Files.writeString(backup, "rows");
        cli.run("clean", "--images", "--yes");
        assertThat(backup).exists();
        cli.run("clean", "--volumes", "--yes");
        assertThat(cli.out()).contains("backup", ".stack/before-18.tar");
        assertThat(backup).doesNotExist();
    }

    @Test
    void an_engine_that_is_measuring_for_somebody_else_is_cleaned_all_the_same() {
        cli.docker.fails("docker system df", 1, "Error response: a disk usage operation is already running");
        assertThat(cli.run("clean", "--yes")).isZero();
        assertThat(cli.out())
                .contains("all together: not known (Error response: a disk usage operation is already running)");
    }

    @Test
    void where_nothing_is_left_it_says_so() {
        cli.docker
                .says("docker ps --all --format", "")
                .says("docker network ls", "")
                .says("docker image ls", "");
        assertThat(cli.run("clean")).isZero();
        assertThat(cli.out()).isEqualTo("clean: nothing to remove.\n");
    }
}
