package dev.datastack.cli.start;

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
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class StartTest {
    private static final String HEALTHY = """
            {"ID":"1","Name":"p-postgres-1","Service":"postgres","State":"running","Health":"healthy"}
            {"ID":"2","Name":"p-etl-service-1","Service":"etl-service","State":"running","Health":"healthy"}
            """;
    private static final ComposeModel MODEL = new ComposeModel(
            "p",
            List.of(
                    new Service("postgres", false, true, 1, false, "", Map.of(), List.of()),
                    new Service("etl-service", false, true, 1, false, "", Map.of(), List.of())));

    private final FakeRunner runner = new FakeRunner()
            .says("ps -a", HEALTHY)
            .says("up -d", "")
            .says("logs", "a line")
            .says("docker inspect", "[]");
    private final FakeTime time = new FakeTime();

    private Duration start() {
        return new Start(new Compose(runner, Path.of(".")), new Docker(runner), frame -> {}, time, Runnable::run)
                .run(MODEL, Duration.ofMinutes(10));
    }

    @Test
    void it_waits_for_the_year_and_closes_the_stream_of_events() {
        runner.says(
                "psql",
                "{\"flights\":12,\"weather\":12,\"reference\":4,\"rows\":370000,\"martMonths\":12,\"failures\":[]}");
        assertThat(start()).isLessThan(Duration.ofMinutes(10));
        assertThat(runner.calls()).first().asString().startsWith("followed:");
        assertThat(runner.calls()).last().asString().startsWith("closed:");
    }

    @Test
    void a_load_that_stays_failed_ends_the_watch_with_its_reason() {
        runner.says("psql", """
                {"flights":11,"weather":12,"reference":4,"rows":1,"martMonths":11,
                 "failures":["flights 2013-02: flights-2013-02.csv.gz is missing"]}""".replace("\n", ""));
        var thrown = catchThrowableOfType(StackException.class, this::start);
        assertThat(thrown.problem()).isEqualTo(Problem.LOAD_FAILED);
        assertThat(thrown).hasMessageContaining("flights-2013-02.csv.gz is missing");
    }

    @Test
    void a_year_that_does_not_come_ends_at_the_limit_with_what_is_missing() {
        runner.fails("psql", 1, "relation \"etl.load\" does not exist");
        var thrown = catchThrowableOfType(StackException.class, this::start);
        assertThat(thrown.problem()).isEqualTo(Problem.NOT_IN_TIME);
        assertThat(thrown).hasMessageContaining("year 2013 (flights 0/12", "keeps running");
    }
}
