package dev.datastack.acceptance.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.datastack.acceptance.stack.NeedsEngine;
import dev.datastack.acceptance.stack.Project;
import dev.datastack.acceptance.stack.Shell;
import dev.datastack.acceptance.stack.StackCommand;
import dev.datastack.cli.process.Finished;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** A stack of its own goes from PostgreSQL 17 to 18 and back, in a clone whose .env may change. */
@NeedsEngine
@Tag("long")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class UpgradeIT {
    @TempDir
    private static Path folder;

    @SuppressWarnings("NullAway.Init")
    private static MonthStack stack;

    @SuppressWarnings("NullAway.Init")
    private static Project project;

    @SuppressWarnings("NullAway.Init")
    private static WitnessVolume witness;

    @SuppressWarnings("NullAway.Init")
    private static LearnersObjects learners;

    @BeforeAll
    static void a_stack_with_a_month() throws IOException, SQLException {
        stack = MonthStack.start(folder.resolve("clone"));
        project = stack.project();
        witness = new WitnessVolume(project);
        witness.create();
        learners = new LearnersObjects(project);
        learners.create();
    }

    @AfterAll
    static void remove() {
        var seen = witness.content();
        stack.close();
        witness.remove();
        assertThat(seen).as("the volume of another project").isEqualTo(WitnessVolume.WORD);
    }

    @Test
    @Order(1)
    void a_database_that_would_stay_behind_is_named_and_nothing_changes() {
        psql("CREATE DATABASE learner");
        var refused = stack("upgrade", "--yes");
        assertThat(refused.exitCode()).as(Shell.told(refused)).isEqualTo(1);
        assertThat(refused.errText()).contains("The data was not moved to another version", "learner", "pg_dump");
        psql("DROP DATABASE learner");
        assertThat(major()).isEqualTo("17");
    }

    @Test
    @Order(2)
    void every_row_is_on_the_new_version_and_loads_go_on_there() {
        var rows = rows();
        var objects = learners.seen();
        var moved = stack("upgrade", "--yes");
        well(moved);
        assertThat(moved.outText()).contains("left out", "role \"" + LearnersObjects.ROLE + "\" does not exist");
        assertThat(major()).isEqualTo("18");
        assertThat(rows()).isEqualTo(rows);
        assertThat(learners.seen()).isEqualTo(objects);
        assertThat(files("postgres-data")).as("of the old version").isEqualTo("17");
        stack.load("flights", "2013-02");
        assertThat(rows()).isNotEqualTo(rows);
        well(stack("upgrade", "--yes"));
        assertThat(files("postgres-data-18")).isEqualTo("18");
    }

    @Test
    @Order(3)
    void the_way_back_takes_the_new_rows_along_and_replaces_older_data_only_when_told() {
        var rows = rows();
        var objects = learners.seen();
        var refused = stack("upgrade", "--yes", "--to", "17");
        assertThat(refused.exitCode()).as(Shell.told(refused)).isEqualTo(1);
        assertThat(refused.errText()).contains("already has data of PostgreSQL 17", "--force");
        assertThat(major()).isEqualTo("18");
        well(stack("upgrade", "--yes", "--to", "17", "--force"));
        assertThat(major()).isEqualTo("17");
        assertThat(rows()).isEqualTo(rows);
        assertThat(learners.seen()).isEqualTo(objects);
        stack.load("flights", "2013-03");
    }

    @Test
    @Order(4)
    void killed_thirty_times_the_data_is_whole() {
        var rows = rows();
        var took = Kill.timed(() -> well(stack("upgrade", "--yes", "--force")));
        for (int i = 0; i < 30; i++) {
            var other = major().equals("17") ? "18" : "17";
            Kill.during(took, shell(), "upgrade", "--yes", "--force", "--to", other);
            well(project.up("--wait", "postgres", "etl-service", "pgadmin"));
            assertThat(rows()).isEqualTo(rows);
        }
        var last = major().equals("17") ? "18" : "17";
        well(stack("upgrade", "--yes", "--force", "--to", last));
        assertThat(major()).isEqualTo(last);
        assertThat(rows()).isEqualTo(rows);
    }

    private static List<List<Object>> rows() {
        return project.warehouse().everyRow();
    }

    private static String major() {
        return psql("SELECT current_setting('server_version_num')::integer / 10000");
    }

    private static String psql(String sql) {
        return project.shell().output(Shell.words("docker compose exec -T postgres psql -U postgres -AtXqc", sql));
    }

    /** The major version that PostgreSQL has written into a volume. */
    private static String files(String volume) {
        var run = "docker run --rm --network none --entrypoint cat --volume";
        return project.shell()
                .output(Shell.words(
                        run,
                        project.name() + "_" + volume + ":/data:ro",
                        project.name() + "/postgres:dev",
                        "/data/PG_VERSION"));
    }

    private static Finished stack(String... words) {
        return StackCommand.run(shell(), words);
    }

    private static Shell shell() {
        return project.shell().within(MonthStack.LONG);
    }

    private static void well(Finished finished) {
        assertThat(finished.well()).as(Shell.told(finished)).isTrue();
    }
}
