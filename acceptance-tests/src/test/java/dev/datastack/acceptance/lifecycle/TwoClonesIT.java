package dev.datastack.acceptance.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.datastack.acceptance.stack.NeedsEngine;
import dev.datastack.acceptance.stack.Shell;
import dev.datastack.acceptance.stack.StackCommand;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two clones in folders of one name, both at work: what is done to the data of one leaves everything of the other. */
@NeedsEngine
@Tag("long")
class TwoClonesIT {
    private static final List<String> KEEP_THE_ROWS =
            List.of("backup a.tar", "restore a.tar --force", "upgrade --yes", "upgrade --yes --to 17 --force");
    private static final List<String> END =
            List.of("clean --yes", "down --volumes --yes", "clean --images --volumes --yes");

    @Test
    void from_a_backup_to_the_end_only_the_own_project_changes(@TempDir Path place) throws IOException {
        try (var here = MonthStack.start(place.resolve("a/kit"));
                var there = MonthStack.start(place.resolve("b/kit"))) {
            there.load("flights", "2013-02");
            var own = Belongings.withWord(here.project(), "own");
            var others = Belongings.withWord(there.project(), "others");
            assertThat(own.rows()).isNotEqualTo(others.rows());
            assertThat(others.lists()).noneMatch(List::isEmpty);
            for (var verb : KEEP_THE_ROWS) {
                well(here, verb);
                assertThat(Belongings.of(there.project())).as(verb).isEqualTo(others);
                assertThat(here.project().warehouse().everyRow()).as(verb).isEqualTo(own.rows());
            }
            assertThat(Belongings.of(here.project()).lists())
                    .as("what an upgrade replaces")
                    .isNotEqualTo(own.lists());
            for (var verb : END) {
                well(here, verb);
                assertThat(Belongings.of(there.project())).as(verb).isEqualTo(others);
            }
            assertThat(here.project().containers()).isEmpty();
        }
    }

    /** The project's name is in {@code .env} alone, as for a person: no variable of the shell helps. */
    private static void well(MonthStack stack, String words) {
        var shell = Shell.in(stack.project().shell().folder()).within(MonthStack.LONG);
        var finished = StackCommand.run(shell, words.split(" "));
        assertThat(finished.exitCode()).as(Shell.told(finished)).isZero();
    }
}
