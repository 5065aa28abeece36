package dev.datastack.cli.course;

import static org.assertj.core.api.Assertions.assertThat;

import dev.datastack.cli.FakeRunner;
import dev.datastack.cli.FakeTime;
import dev.datastack.cli.airflow.FakeAirflow;
import dev.datastack.cli.course.Checker.Listener;
import dev.datastack.cli.sandbox.Sandboxes;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the checks of the learner's stack say of it. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class StackChecksTest {
    private static final String RUN =
            "{\"kind\": \"stack-run\", \"name\": \"run\", \"dataset\": \"flights\", \"period\": \"2014-01\", \"state\": \"success\"}";
    private static final String FAILED = RUN.replace("success", "failed");
    private static final String ROWS =
            "{\"kind\": \"stack-rows\", \"name\": \"rows\", \"sql\": \"SELECT words\", \"text\": \"12 flights\"}";
    private static final String PLAN =
            "{\"kind\": \"stack-plan\", \"name\": \"plan\", \"sql\": \"SELECT slowly\", \"pagesAtMost\": 50}";
    private static final String STATE = "{\"ID\": \"1\", \"Name\": \"n\", \"Service\": \"%s\", \"State\": \"%s\","
            + " \"Health\": \"healthy\", \"ExitCode\": 0, \"Status\": \"Up\", \"Publishers\": []}%n";

    @TempDir
    private Path root;

    private final FakeRunner docker = new FakeRunner();
    private FakeAirflow airflow;

    @BeforeEach
    void a_stack_that_runs() throws IOException {
        airflow = new FakeAirflow("pass");
        CourseFixture.write(root.resolve("work/commands.sh"), "true\n");
        docker.says("", "")
                .says(
                        "ps -a --format json",
                        STATE.formatted("postgres", "running") + STATE.formatted("airflow-webserver", "running"))
                .says("cat /run/secrets/admin-password", "pass")
                .says("config --format json", """
                        {"name": "p", "services": {"airflow-webserver": {"ports": [
                          {"host_ip": "127.0.0.1", "published": "%d", "target": 8080}]}}}
                        """.formatted(airflow.port()));
    }

    @AfterEach
    void it_ends() {
        airflow.close();
    }

    private Result check(String check) {
        CourseFixture.write(root.resolve("exercises.json"), """
                {"topics": [{"number": 9, "title": "Data", "folder": "09-data", "docs": "none", "exercises": [
                  {"number": "9.1", "title": "Data", "folder": "09-data/1-a", "hints": ["none"], "failing": ["none"],
                   "checks": [%s]}]}]}""".formatted(check));
        var exercise = Manifest.read(root.resolve("exercises.json")).exercises().get(0);
        var checker =
                new Checker(Sandboxes.on(docker, new FakeTime(), ""), root.resolve("labs"), Clones.on(docker, root));
        return checker.check(exercise, root.resolve("work"), Listener.NONE)
                .checks()
                .get(0);
    }

    private void requestedBy(String requester) {
        docker.says("SELECT requested_by", requester);
    }

    private void is(String check, Result.Outcome outcome, String observed) {
        assertThat(check(check)).extracting(Result::outcome, Result::observed).containsExactly(outcome, observed);
    }

    @Test
    void a_stack_that_is_not_running_is_said_with_the_command_that_starts_it() {
        docker.says(
                "ps -a --format json",
                STATE.formatted("postgres", "running") + STATE.formatted("airflow-webserver", "exited"));
        is(ROWS, Result.Outcome.FAILED, "the stack of this clone is not running: docker compose up -d --wait");
    }

    @Test
    void rows_are_as_wished_or_what_the_query_returned_is_shown() {
        docker.says("SELECT words", "12 flights");
        is(ROWS, Result.Outcome.PASSED, "the warehouse returns: 12 flights");
        docker.says("SELECT words", "");
        is(ROWS, Result.Outcome.FAILED, "the warehouse returns: no row");
        docker.fails("SELECT words", 1, "ERROR:  relation \"course.flight\" does not exist\nLINE 1: SELECT");
        is(ROWS, Result.Outcome.FAILED, "the warehouse returns: ERROR:  relation \"course.flight\" does not exist");
    }

    @Test
    void a_load_that_nobody_requested_has_no_run() {
        requestedBy("");
        is(RUN, Result.Outcome.FAILED, "nobody has requested flights 2014-01");
    }

    @Test
    void a_load_that_was_requested_by_hand_or_in_the_name_of_a_run_that_never_was_has_no_run() {
        requestedBy("me");
        is(RUN, Result.Outcome.FAILED, "flights 2014-01 was last requested by 'me', which is not a DAG run");
        requestedBy("course_january/never");
        is(
                RUN,
                Result.Outcome.FAILED,
                "flights 2014-01 was last requested by 'course_january/never', which is not a DAG run");
    }

    @Test
    void the_state_of_the_run_is_that_of_airflows_api() {
        requestedBy("course_january/scheduled__2014");
        airflow.has("/api/v2/dags/course_january/dagRuns/scheduled__2014", "{\"state\": \"success\"}");
        is(RUN, Result.Outcome.PASSED, "course_january/scheduled__2014: success");
        is(FAILED, Result.Outcome.FAILED, "course_january/scheduled__2014: success");
    }

    @Test
    void a_run_that_is_to_fail_does_so_in_a_task_that_runs_after_another() {
        requestedBy("course_may/1");
        airflow.has("/api/v2/dags/course_may/dagRuns/1", "{\"state\": \"failed\"}")
                .has("/api/v2/dags/course_may/dagRuns/1/taskInstances", """
                        {"task_instances": [{"task_id": "load", "state": "success"}, {"task_id": "check", "state": "failed"}]}""")
                .has("/api/v2/dags/course_may/tasks", """
                        {"tasks": [{"task_id": "load", "downstream_task_ids": []}, {"task_id": "check", "downstream_task_ids": []}]}""");
        is(FAILED, Result.Outcome.FAILED, "course_may/1: failed in check, which runs after no other task");
        airflow.has("/api/v2/dags/course_may/tasks", """
                {"tasks": [{"task_id": "load", "downstream_task_ids": ["check"]}, {"task_id": "check"}]}""");
        is(FAILED, Result.Outcome.PASSED, "course_may/1: failed");
        is(RUN, Result.Outcome.FAILED, "course_may/1: failed");
    }

    @Test
    void a_run_that_never_ends_is_not_waited_for_for_ever() {
        requestedBy("course_january/scheduled__2014");
        airflow.has("/api/v2/dags/course_january/dagRuns/scheduled__2014", "{\"state\": \"running\"}");
        is(RUN, Result.Outcome.FAILED, "course_january/scheduled__2014: running");
    }

    @Test
    void an_api_that_does_not_answer_is_said() {
        requestedBy("course_january/scheduled__2014");
        airflow.close();
        assertThat(check(RUN).observed())
                .startsWith("Airflow's API does not answer (")
                .endsWith("): ./stack status");
    }

    @Test
    void pages_are_counted_whether_they_were_cached_or_not() {
        docker.says("EXPLAIN (ANALYZE, BUFFERS, FORMAT JSON) SELECT slowly", """
                [{"Plan": {"Node Type": "Seq Scan", "Shared Hit Blocks": 40, "Shared Read Blocks": 11}}]""");
        is(PLAN, Result.Outcome.FAILED, "the query reads 51 pages");
        docker.says("EXPLAIN (ANALYZE, BUFFERS, FORMAT JSON) SELECT slowly", """
                [{"Plan": {"Node Type": "Index Scan", "Shared Hit Blocks": 0, "Shared Read Blocks": 50}}]""");
        is(PLAN, Result.Outcome.PASSED, "the query reads 50 pages");
    }
}
