package dev.datastack.acceptance.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.datastack.acceptance.stack.NeedsEngine;
import dev.datastack.acceptance.stack.Shell;
import dev.datastack.cli.process.Finished;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two clones in folders of one name, and a project that the shell was set up for. */
@NeedsEngine
class ClonesSideBySideIT {
    private static final List<String> VERBS = List.of(
            "up",
            "status",
            "status --json",
            "credentials",
            "logs",
            "restart",
            "clean --yes",
            "clean --images --volumes --yes",
            "open",
            "psql -c select",
            "etl status",
            "explain images",
            "explain startup --engine",
            "images save x.tar.gz",
            "backup x.tar",
            "restore x.tar --force",
            "upgrade --yes",
            "down",
            "down --volumes --yes");

    @TempDir
    private Path place;

    @SuppressWarnings("NullAway.Init")
    private SmallClone first;

    @SuppressWarnings("NullAway.Init")
    private SmallClone second;

    @BeforeEach
    void two_clones_of_one_name() throws IOException {
        var name = "kit-" + Long.toString(ProcessHandle.current().pid(), 36);
        first = SmallClone.in(place.resolve("a").resolve(name));
        second = SmallClone.in(place.resolve("b").resolve(name));
    }

    @AfterEach
    void nothing_of_them_stays() {
        first.remove();
        second.remove();
    }

    private void isRefused(Finished finished, Path owner) {
        assertThat(finished.exitCode()).as(Shell.told(finished)).isEqualTo(1);
        assertThat(finished.errText())
                .contains("The project belongs to another folder", "belong to " + owner, "./stack up --name ");
        assertThat(finished.outText()).isEmpty();
    }

    @Test
    void the_second_of_one_name_touches_nothing_of_the_first() {
        first.starts("up");
        first.write("precious");
        var before = first.containers();
        for (var verb : VERBS) {
            isRefused(second.stack(verb), first.folder());
            assertThat(first.containers()).as(verb).isEqualTo(before);
        }
        assertThat(first.row()).isEqualTo("precious");
    }

    @Test
    void not_even_the_data_of_one_that_is_stopped() {
        first.starts("up");
        first.write("precious");
        first.starts("down");
        isRefused(second.stack("up"), first.folder());
        isRefused(second.stack("down --volumes --yes"), first.folder());
        first.starts("up");
        assertThat(first.row()).isEqualTo("precious");
    }

    @Test
    void with_yes_the_second_takes_a_name_of_its_own_and_both_run() throws IOException {
        first.starts("up");
        first.write("precious");
        second.starts("up --yes");
        var name = second.folder().getFileName() + "-2";
        assertThat(second.env()).contains("COMPOSE_PROJECT_NAME=" + name + "\n");
        second.write("own");
        second.starts("down --volumes --yes");
        assertThat(first.row()).isEqualTo("precious");
    }

    @Test
    void one_that_was_moved_keeps_its_data_when_it_says_so() throws IOException {
        first.starts("up");
        first.write("precious");
        var moved = SmallClone.at(
                Files.move(first.folder(), place.resolve("c-" + first.folder().getFileName())));
        assertThat(moved.stack("up --yes").exitCode())
                .as("a new name, a new project")
                .isZero();
        assertThat(moved.stack("down --volumes --yes").exitCode()).isZero();
        moved.starts("up --name " + first.folder().getFileName());
        assertThat(moved.row()).isEqualTo("precious");
        moved.starts("down --volumes --yes");
    }

    @Test
    void data_that_bare_compose_left_is_nobodys_until_it_is_claimed() {
        first.shell().output("docker", "compose", "up", "--detach", "--wait");
        first.write("precious");
        first.shell().output("docker", "compose", "down", "--timeout", "1");
        var refused = second.stack("down --volumes --yes");
        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(refused.errText()).contains("have no label with the folder they were created from");
        first.starts("up --name " + first.folder().getFileName());
        assertThat(first.row()).isEqualTo("precious");
    }

    @Test
    void whatever_the_shell_exports_another_project_is_untouched() throws IOException {
        first.starts("up");
        first.write("precious");
        var before = first.containers();
        var elsewhere = SmallClone.in(place.resolve("d/own-" + second.folder().getFileName()));
        var exported = Map.of(
                "COMPOSE_PROJECT_NAME",
                String.valueOf(first.folder().getFileName()),
                "COMPOSE_FILE",
                first.folder().resolve("docker-compose.yml").toString(),
                "COMPOSE_ENV_FILES",
                first.folder().resolve(".env").toString());
        try {
            for (var verb : VERBS) {
                var finished = elsewhere.stack(exported, verb);
                assertThat(finished.errText())
                        .as(verb)
                        .containsOnlyOnce(
                                "stack: COMPOSE_FILE of your shell is ignored; put it into .env to use it here")
                        .contains("COMPOSE_PROJECT_NAME of your shell", "COMPOSE_ENV_FILES of your shell");
                assertThat(finished.outText()).doesNotContain("COMPOSE_");
                assertThat(first.containers()).as(verb).isEqualTo(before);
            }
            assertThat(first.row()).isEqualTo("precious");
        } finally {
            elsewhere.remove();
        }
    }
}
