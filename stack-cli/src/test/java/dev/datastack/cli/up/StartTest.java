package dev.datastack.cli.up;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.datastack.cli.FakeRunner;
import dev.datastack.cli.FakeTime;
import dev.datastack.cli.docker.Compose;
import dev.datastack.cli.docker.ComposeModel;
import dev.datastack.cli.docker.ComposeModel.Service;
import dev.datastack.cli.docker.Docker;
import dev.datastack.cli.problem.Problem;
import dev.datastack.cli.problem.StackException;
import dev.datastack.cli.startup.Sightings;
import dev.datastack.cli.up.progress.Frame;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class StartTest {
    private static final String POSTGRES =
            "{\"ID\":\"1\",\"Name\":\"p-postgres-1\",\"Service\":\"postgres\",\"State\":\"running\",\"Health\":\"%s\"}\n";
    private static final String ETL =
            "{\"ID\":\"2\",\"Name\":\"p-etl-1\",\"Service\":\"etl-service\",\"State\":\"running\",\"Health\":\"healthy\"}\n";
    private static final String HEALTHY = POSTGRES.formatted("healthy") + ETL;
    private static final String WHOLE =
            "{\"flights\":12,\"weather\":12,\"reference\":4,\"rows\":336776,\"martMonths\":12,\"waiting\":0,\"failures\":[]}";
    private static final ComposeModel MODEL = new ComposeModel(
            "p",
            List.of(
                    new Service("postgres", false, true, 1, false, "", Map.of(), List.of()),
                    new Service(
                            "etl-service",
                            false,
                            true,
                            1,
                            false,
                            "",
                            Map.of("postgres", "service_healthy"),
                            List.of())));

    private final FakeRunner runner = new FakeRunner()
            .says("ps -a", HEALTHY)
            .says("up -d", "")
            .says("logs", "a line")
            .says("docker stats", "")
            .says("docker inspect", "[]")
            .says("psql", WHOLE);
    private final FakeTime time = new FakeTime();
    private final List<Frame> frames = new ArrayList<>();

    private Duration start() {
        return start(Runnable::run);
    }

    private Duration start(Executor background) {
        var docker = new Docker(runner);
        return new Start(new Compose(runner, Path.of(".")), docker, frames::add, time, background)
                .run(MODEL, Duration.ofMinutes(10), new Sightings(docker, time));
    }

    private StackException thrown() {
        return catchThrowableOfType(StackException.class, this::start);
    }

    private long ups() {
        return runner.calls().stream().filter(call -> call.contains(" up -d")).count();
    }

    /** Another answer at each call, the last one for ever. */
    private void inTurn(String words, String... answers) {
        var calls = new AtomicInteger();
        runner.on(words, call -> {
            var answer = answers[Math.min(calls.getAndIncrement(), answers.length - 1)];
            return answer.startsWith("Error")
                    ? FakeRunner.finished(call, 1, "", answer)
                    : FakeRunner.finished(call, 0, answer, "");
        });
    }

    @Test
    void it_waits_for_the_year_and_closes_the_stream_of_events() {
        assertThat(start()).isLessThan(Duration.ofMinutes(10));
        assertThat(runner.calls()).anySatisfy(call -> assertThat(call).startsWith("followed:"));
        assertThat(runner.calls()).last().asString().startsWith("closed:");
    }

    @Test
    void a_look_that_fails_is_looked_at_again_and_compose_goes_on() {
        var gone = "Error response from daemon: No such container: 1f2e";
        inTurn("ps -a", "", gone, gone, gone, gone, gone, gone, "[{\"cut off", HEALTHY);
        assertThat(start()).isLessThan(Duration.ofMinutes(1));
        assertThat(ups()).isOne();
    }

    @Test
    void looks_that_go_on_failing_are_told_and_end_the_watch_when_its_time_is_over() {
        runner.fails("ps -a", 1, "Cannot connect to the Docker daemon");
        var thrown = thrown();
        assertThat(thrown.problem()).isEqualTo(Problem.NOT_IN_TIME);
        assertThat(thrown).hasMessageContaining("nothing could be seen after 600 s");
        assertThat(thrown.tried()).contains("ps -a", "Cannot connect to the Docker daemon");
        assertThat(frames.get(0).lines()).noneMatch(line -> line.name().equals("engine"));
        assertThat(frames.get(2).lines()).anyMatch(line -> line.name().equals("engine"));
    }

    @Test
    void a_stream_of_events_that_ended_is_opened_again() {
        runner.streams("", true);
        inTurn("ps -a", "", POSTGRES.formatted("starting"), POSTGRES.formatted("starting"), HEALTHY);
        start();
        assertThat(runner.calls().stream().filter(call -> call.startsWith("followed:")))
                .hasSizeGreaterThan(1);
    }

    @Test
    void what_became_healthy_late_lets_up_go_on_where_it_was_refused() {
        var ill = POSTGRES.formatted("unhealthy");
        inTurn("ps -a", "", ill, ill, ill, ill, POSTGRES.formatted("healthy"), HEALTHY);
        inTurn("up -d", "Error dependency failed to start: container p-postgres-1 is unhealthy", "");
        assertThat(start()).isPositive();
        assertThat(ups()).isEqualTo(2);
    }

    @Test
    void what_compose_refuses_three_times_more_is_said_in_its_words() {
        runner.says("ps -a", "").fails("up -d", 1, "Error invalid mount config");
        var thrown = thrown();
        assertThat(thrown.problem()).isEqualTo(Problem.SERVICE_FAILED);
        assertThat(thrown).hasMessageContaining("invalid mount config");
        assertThat(thrown.tried()).contains("several times");
        assertThat(ups()).isEqualTo(4);
    }

    @Test
    void compose_is_left_at_work_when_the_time_is_over() {
        runner.says("ps -a", POSTGRES.formatted("starting"));
        var thrown = catchThrowableOfType(StackException.class, () -> start(task -> {}));
        assertThat(thrown.problem()).isEqualTo(Problem.NOT_IN_TIME);
        assertThat(thrown).hasMessageContaining("docker compose goes on starting the rest");
        assertThat(thrown.evidence()).contains("postgres, last lines of its log:", "  a line");
    }

    @Test
    void a_load_that_stays_failed_ends_the_watch_with_its_reason() {
        runner.says("psql", """
                {"flights":11,"weather":12,"reference":4,"rows":1,"martMonths":11,"waiting":0,"failures":
                 [{"dataset":"flights","period":"2013-02","reason":"the file is missing"}]}""".replace("\n", ""));
        var thrown = thrown();
        assertThat(thrown.problem()).isEqualTo(Problem.LOAD_FAILED);
        assertThat(thrown).hasMessageContaining("flights 2013-02: the file is missing");
    }

    @Test
    void a_run_that_failed_is_named_with_its_last_words_and_the_command_that_runs_it_again() {
        runner.says("psql", WHOLE.replace("12", "11")).says("-d airflow", """
                        {"active":0,"succeeded":11,"failed":[{"dag":"flights_month","run":"r1"}],"tasks":[
                         {"dag":"flights_month","run":"r1","task":"load","state":"failed","attempt":3,"attempts":3}]}
                        """.replace("\n", ""));
        runner.says("run_id=r1/task_id=load/attempt=3.log", "{\"level\":\"error\",\"event\":\"Connection refused\"}");
        var thrown = thrown();
        assertThat(thrown.problem()).isEqualTo(Problem.RUN_FAILED);
        assertThat(thrown.evidence())
                .containsExactly("run failed: flights_month r1, task load, attempt 3 of 3: Connection refused");
        assertThat(thrown.next())
                .contains(
                        "docker compose exec airflow-scheduler airflow tasks clear --yes --only-failed flights_month");
    }

    @Test
    void a_year_that_does_not_come_ends_at_the_limit_with_what_is_missing() {
        runner.fails("psql", 1, "relation \"etl.load\" does not exist");
        var thrown = thrown();
        assertThat(thrown.problem()).isEqualTo(Problem.NOT_IN_TIME);
        assertThat(thrown).hasMessageContaining("year 2013 (not known yet", "after 600 s, and without progress");
    }

    @Test
    void kills_for_memory_that_inspect_has_forgotten_are_counted_from_the_events() {
        var oom = "{\"action\":\"oom\",\"id\":\"1abc\",\"attributes\":{}}\n";
        runner.streams(oom + oom, false)
                .says("ps -a", POSTGRES.formatted(""))
                .says("docker inspect", """
                        [{"Id":"1abc","RestartCount":0,"State":{"ExitCode":0},"HostConfig":{"Memory":16777216}}]""")
                .says("docker stats", "{\"Name\":\"p-postgres-1\",\"MemUsage\":\"15.9MiB / 16MiB\"}");
        inTurn("docker inspect", "[]", """
                [{"Id":"1abc","RestartCount":9,"State":{"ExitCode":0},"HostConfig":{"Memory":16777216}}]""");
        var thrown = thrown();
        assertThat(thrown)
                .hasMessageContaining(
                        "postgres was killed because it was out of memory 2 times (its limit is 16 MB, in use now: 15.9MiB");
        assertThat(thrown.next()).contains("services: {postgres: {deploy: {resources: {limits: {memory: 32M}}}}}");
    }
}
