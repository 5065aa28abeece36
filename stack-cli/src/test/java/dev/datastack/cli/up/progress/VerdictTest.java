package dev.datastack.cli.up.progress;

import static dev.datastack.cli.docker.ContainerHealth.NONE;
import static dev.datastack.cli.docker.ContainerHealth.UNHEALTHY;
import static dev.datastack.cli.docker.ContainerState.EXITED;
import static dev.datastack.cli.docker.ContainerState.PAUSED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.datastack.cli.airflow.Run;
import dev.datastack.cli.airflow.Run.Task;
import dev.datastack.cli.airflow.RunProgress;
import dev.datastack.cli.airflow.TaskState;
import dev.datastack.cli.ledger.LoadProgress;
import dev.datastack.cli.ledger.LoadProgress.FailedLoad;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class VerdictTest extends WatchedStart {
    @Test
    void what_ended_before_this_start_is_no_failure_of_it() {
        var old = new Seen(state("postgres", EXITED, NONE, 255), 0, true, false);
        see(0, DONE, old);
        assertThat(progress.verdict()).isInstanceOf(Verdict.Pending.class);
        upping = Upping.REFUSED;
        see(1, DONE, old);
        assertThat(progress.verdict()).isInstanceOf(Verdict.Pending.class);
        started();
        see(2, DONE, old);
        assertThat(progress.verdict()).isEqualTo(new Verdict.ServicesFailed(List.of("postgres")));
    }

    @Test
    void a_container_that_compose_stopped_to_replace_it_has_not_failed() {
        upping = Upping.REFUSED;
        see(0, DONE, new Seen(state("postgres", EXITED, NONE, 0), 0, false, true));
        assertThat(progress.verdict()).isInstanceOf(Verdict.Pending.class);
    }

    @Test
    void a_failed_one_shot_is_a_failure_as_soon_as_compose_gives_up() {
        upping = Upping.REFUSED;
        see(0, exited("secrets", 3));
        assertThat(progress.verdict()).isEqualTo(new Verdict.ServicesFailed(List.of("secrets")));
    }

    /** Compose would wait for its health as long as it is let. */
    @Test
    void nobody_goes_on_with_a_container_that_is_paused() {
        see(0, DONE, new Seen(state("postgres", PAUSED, NONE, 0), 0, false, false));
        assertThat(progress.verdict()).isEqualTo(new Verdict.ServicesFailed(List.of("postgres")));
    }

    @Test
    void unhealthy_is_a_state_and_no_end() {
        see(0, DONE, running("postgres", UNHEALTHY));
        upping = Upping.REFUSED;
        see(195, DONE, running("postgres", UNHEALTHY));
        assertThat(verdict(599)).isInstanceOf(Verdict.Pending.class);
        assertThat(progress.isBlocked())
                .as("a second up would be refused as the first")
                .isTrue();
        see(600, DONE, HEALTHY);
        assertThat(progress.isBlocked()).as("what waited for it can be started").isFalse();
    }

    @Test
    void an_unhealthy_service_is_named_when_the_time_is_over() {
        started();
        see(10, DONE, running("postgres", UNHEALTHY), LOADER);
        assertThat(verdict(600)).isInstanceOfSatisfying(Verdict.GivenUp.class, given -> {
            assertThat(given.services()).containsExactly("postgres");
            assertThat(given.pending()).extracting(Line::name).containsExactly("postgres", "year 2013");
        });
    }

    @Test
    void a_service_that_restarts_again_and_again_ends_the_start_when_nothing_else_moves() {
        started();
        see(0, DONE, restarting("postgres", 1));
        see(20, DONE, restarting("postgres", 3));
        see(199, DONE, restarting("postgres", 8));
        assertThat(progress.verdict()).isInstanceOf(Verdict.Pending.class);
        see(200, DONE, restarting("postgres", 9));
        assertThat(progress.verdict()).isEqualTo(new Verdict.ServicesFailed(List.of("postgres")));
        see(201, DONE, restarting("postgres", 9), LOADER);
        assertThat(progress.verdict()).as("something else moved").isInstanceOf(Verdict.Pending.class);
    }

    private static LoadProgress loaded(int flights, FailedLoad... failed) {
        return new LoadProgress(flights, 12, 4, 1, 11, 0, List.of(failed));
    }

    private static RunProgress runs(int active, TaskState state, Run... failed) {
        return new RunProgress(active, 11, List.of(failed), List.of(new Task(FEBRUARY, "load", state, 1, 9, "")));
    }

    @Test
    void a_failed_load_is_final_when_airflow_has_nothing_left_to_do() {
        started();
        see(1, DONE, HEALTHY, LOADER);
        var failed = new FailedLoad("flights", "2013-02", "file is missing");
        see(10, loaded(11, failed));
        see(20, runs(1, TaskState.RUNNING));
        assertThat(verdict(500)).as("a run is at it").isInstanceOf(Verdict.Pending.class);
        see(510, runs(0, TaskState.FAILED, FEBRUARY));
        assertThat(verdict(569)).isInstanceOf(Verdict.Pending.class);
        assertThat(verdict(570)).isEqualTo(new Verdict.YearFailed(List.of(failed)));
    }

    @Test
    void a_failed_run_without_a_failed_load_is_an_end_as_well() {
        started();
        see(1, DONE, HEALTHY, LOADER);
        see(2, loaded(11));
        see(3, runs(0, TaskState.FAILED, FEBRUARY));
        assertThat(verdict(63)).isEqualTo(new Verdict.YearFailed(List.of()));
        assertThat(progress.runs().failedTasks()).hasSize(1);
    }

    @Test
    void a_task_that_airflow_will_try_again_is_on_its_way_whatever_the_time() {
        started();
        see(1, DONE, HEALTHY, LOADER);
        see(1_000, loaded(11));
        see(1_001, runs(1, TaskState.UP_FOR_RETRY));
        see(5_000, runs(1, TaskState.UP_FOR_RETRY));
        assertThat(progress.verdict()).isInstanceOf(Verdict.Pending.class);
        see(5_001, runs(1, TaskState.RUNNING));
        assertThat(verdict(5_180)).isInstanceOf(Verdict.Pending.class);
        assertThat(verdict(5_181)).isInstanceOf(Verdict.GivenUp.class);
    }

    @Test
    void beyond_its_time_a_start_goes_on_while_something_moves() {
        started();
        see(1, DONE, HEALTHY, LOADER);
        see(590, loaded(3));
        see(760, loaded(4));
        see(930, loaded(5));
        assertThat(progress.verdict()).isInstanceOf(Verdict.Pending.class);
        assertThat(verdict(1_110)).isInstanceOf(Verdict.GivenUp.class);
    }

    @Test
    void healthy_services_without_the_year_are_not_enough() {
        started();
        see(1, DONE, HEALTHY, LOADER);
        assertThat(progress.verdict()).isInstanceOf(Verdict.Pending.class);
    }
}
