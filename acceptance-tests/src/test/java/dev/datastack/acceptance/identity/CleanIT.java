package dev.datastack.acceptance.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.datastack.acceptance.stack.NeedsEngine;
import dev.datastack.acceptance.stack.Shell;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code stack clean} beside another project, which has everything that is removed here. */
@NeedsEngine
class CleanIT {
    @TempDir
    private Path place;

    @SuppressWarnings("NullAway.Init")
    private SmallClone clone;

    @SuppressWarnings("NullAway.Init")
    private SmallClone witness;

    @BeforeEach
    void two_projects_that_were_built_twice() throws IOException {
        var id = Long.toString(ProcessHandle.current().pid(), 36);
        clone = SmallClone.builtTwice(place.resolve("clean-" + id));
        witness = SmallClone.builtTwice(place.resolve("witness-" + id));
        clone.write("precious");
        witness.write("precious");
    }

    @AfterEach
    void nothing_of_them_stays() {
        for (var one : List.of(clone, witness)) {
            one.remove();
            var images = one.images();
            if (!images.isEmpty()) {
                one.shell().run(Shell.words("docker image rm --force", images.toArray(String[]::new)));
            }
        }
    }

    @Test
    void it_takes_what_is_this_projects_and_nothing_else() {
        var containers = witness.containers();
        var images = witness.images();
        assertThat(clone.images()).hasSize(2);

        var shown = clone.stack("clean --dry-run");
        assertThat(shown.exitCode()).as(Shell.told(shown)).isZero();
        assertThat(shown.outText()).contains("container", "network", "replaced by a newer build", "all together: ");
        assertThat(clone.containers()).as("after a look").hasSize(1);

        clone.starts("clean --yes");
        assertThat(clone.containers()).isEmpty();
        assertThat(clone.images()).as("the current image").hasSize(1);
        assertThat(clone.stack("clean --dry-run").outText()).isEqualTo("clean: nothing to remove.");

        clone.starts("up");
        assertThat(clone.row()).as("the data stays").isEqualTo("precious");
        clone.starts("clean --images --volumes --yes");
        assertThat(clone.images()).isEmpty();
        assertThat(clone.shell().output("docker", "volume", "ls", "--quiet"))
                .doesNotContain(clone.folder().getFileName() + "_data")
                .contains(witness.folder().getFileName() + "_data");

        assertThat(witness.containers()).isEqualTo(containers);
        assertThat(witness.images()).isEqualTo(images);
        assertThat(witness.row()).isEqualTo("precious");
    }

    @Test
    void a_restart_ends_with_a_service_that_runs_and_the_data_in_it() {
        var before = clone.containers();
        clone.starts("restart keeper");
        assertThat(clone.containers()).isNotEqualTo(before).hasSize(1);
        assertThat(clone.row()).isEqualTo("precious");
    }
}
