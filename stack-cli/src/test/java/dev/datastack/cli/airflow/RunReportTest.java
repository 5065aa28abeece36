package dev.datastack.cli.airflow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.datastack.cli.FakeRunner;
import dev.datastack.cli.airflow.Run.Task;
import dev.datastack.cli.docker.Compose;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class RunReportTest {
    private static final Run MONTH = new Run("flights_month", "scheduled__2013-03-01T00:00:00+00:00");
    private static final Run REFERENCE = new Run("reference_data", "scheduled__2013-01-01T00:00:00+00:00");

    private final FakeRunner docker = new FakeRunner().says(" tail -c", "");
    private final RunReport report = new RunReport(new Compose(docker, Path.of(".")));

    private static RunProgress failed(Run... runs) {
        var tasks = IntStream.range(0, runs.length)
                .mapToObj(i -> new Task(runs[i], "load", TaskState.FAILED, 2, 9, ""))
                .toList();
        return new RunProgress(0, 0, List.of(runs), tasks);
    }

    @Test
    void a_failed_task_is_named_with_its_last_error() {
        docker.says("exec -T airflow-webserver tail -c", """
                {"level":"info","event":"::group::Pre Execute"}
                {"level":"error","event":"Task failed","error_detail":[{"exc_type":"ReadTimeout","exc_value":"timed out"}]}
                a line of a library
                {"level":"info","event":"::endgroup::"}
                """);
        assertThat(report.lines(failed(MONTH)))
                .containsExactly("run failed: flights_month scheduled__2013-03-01T00:00:00+00:00, task load,"
                        + " attempt 2 of 9: ReadTimeout: timed out");
        assertThat(docker.calls())
                .last()
                .asString()
                .endsWith("/opt/airflow/logs/dag_id=flights_month/run_id=scheduled__2013-03-01T00:00:00+00:00"
                        + "/task_id=load/attempt=2.log");
    }

    @Test
    void where_nothing_is_an_error_the_last_line_that_says_something_counts() {
        docker.says("exec -T airflow-webserver tail -c", """
                {"level":"info","event":"::group::Pre Execute"}
                {"level":"info","event":"the file is there"}

                {"level":"info","event":"::endgroup::"}
                """);
        assertThat(report.lines(failed(MONTH))).singleElement().asString().endsWith(": the file is there");
    }

    @Test
    void without_the_web_server_the_scheduler_is_asked_for_the_log() {
        docker.fails("exec -T airflow-webserver", 1, "service \"airflow-webserver\" is not running")
                .says("exec -T airflow-scheduler", "Killed");
        assertThat(report.lines(failed(MONTH))).singleElement().asString().endsWith(": Killed");
    }

    @Test
    void a_task_that_waits_for_another_try_is_no_failure() {
        var retried = new Task(MONTH, "load", TaskState.UP_FOR_RETRY, 2, 9, "04:12:31");
        var runs = new RunProgress(1, 0, List.of(), List.of(retried));
        assertThat(report.lines(runs)).singleElement().asString().endsWith("attempt 2 of 9 ended at 04:12:31 UTC");
        assertThat(report.cure(runs)).isEmpty();
    }

    @Test
    void of_many_failed_runs_a_few_are_shown() {
        var runs = IntStream.range(0, 12)
                .mapToObj(month -> new Run("flights_month", "run " + month))
                .toArray(Run[]::new);
        assertThat(report.lines(failed(runs))).hasSize(4).last().isEqualTo("and 9 more failed runs");
    }

    @Test
    void one_command_runs_all_of_them_again() {
        assertThat(report.cure(failed(MONTH, MONTH)))
                .contains(
                        "docker compose exec airflow-scheduler airflow tasks clear --yes --only-failed flights_month");
        assertThat(report.cure(failed(MONTH, REFERENCE)))
                .contains("docker compose exec airflow-scheduler sh -c \"airflow tasks clear --yes --only-failed"
                        + " reference_data; airflow tasks clear --yes --only-failed flights_month\"");
    }
}
