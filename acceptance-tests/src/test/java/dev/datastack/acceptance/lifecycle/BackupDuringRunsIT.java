package dev.datastack.acceptance.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.datastack.acceptance.stack.NeedsEngine;
import dev.datastack.acceptance.stack.Project;
import dev.datastack.acceptance.stack.RunningStack;
import dev.datastack.acceptance.stack.Shell;
import dev.datastack.acceptance.stack.StackCommand;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;

/** Airflow and the warehouse are two databases: a backup while Airflow's tasks wait for loads holds two moments. */
@NeedsEngine
@Tag("long")
class BackupDuringRunsIT {
    private static final Duration LONG = Duration.ofMinutes(15);
    private static final String UNFINISHED =
            "SELECT count(*) FROM dag_run WHERE dag_id = 'flights_month' AND state <> 'success'";
    private static final String WAITING =
            "SELECT count(*) FROM task_instance WHERE task_id = 'load' AND state = 'up_for_reschedule'";

    @RepeatedTest(3)
    void a_restore_of_it_continues_the_runs_and_each_of_them_succeeds(RunningStack stack, @TempDir Path folder) {
        var project = stack.loaded();
        var backup = folder.resolve("runs.tar").toString();
        var before = project.warehouse().everyRow();
        project.shell()
                .within(LONG)
                .line("docker compose exec -T airflow-scheduler airflow tasks clear --yes flights_month");
        awaitThat(project, WAITING, "[1-9]\\d*");
        stack(project, "backup", backup);
        stack(project, "restore", backup, "--force");
        assertThat(airflow(project, UNFINISHED))
                .as("runs that the backup has caught at work")
                .isNotEqualTo("0");
        awaitThat(project, UNFINISHED, "0");
        assertThat(project.warehouse().everyRow()).isEqualTo(before);
    }

    private static void awaitThat(Project project, String count, String pattern) {
        await().atMost(LONG)
                .pollInterval(Duration.ofSeconds(1))
                .untilAsserted(() -> assertThat(airflow(project, count)).matches(pattern));
    }

    private static String airflow(Project project, String sql) {
        return project.shell()
                .output(Shell.words("docker compose exec -T postgres psql -U postgres -AtXd airflow -c", sql))
                .strip();
    }

    private static void stack(Project project, String... words) {
        var finished = StackCommand.run(project.shell().within(LONG), words);
        assertThat(finished.well()).as(Shell.told(finished)).isTrue();
    }
}
