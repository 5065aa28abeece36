package dev.datastack.cli.startup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.datastack.cli.FakeRunner;
import dev.datastack.cli.docker.Compose;
import dev.datastack.cli.docker.Docker;
import dev.datastack.cli.startup.Unknown.Reason;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** A stack of three that {@code docker compose up -d} started at ten o'clock. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class EngineReadingTest {
    private static final String CONFIG = """
            {"name": "p", "services": {
              "secrets": {"image": "i"},
              "postgres": {"image": "i", "healthcheck": {"test": ["CMD", "x"]},
                           "depends_on": {"secrets": {"condition": "service_completed_successfully"}}},
              "etl-service": {"image": "i", "healthcheck": {"test": ["CMD", "x"]},
                              "depends_on": {"postgres": {"condition": "service_healthy"}}}}}
            """;
    private static final String EARLY = probe("10:00:05", 1) + "," + probe("10:00:06", 0);
    private static final String LATE = String.join(
            ",",
            probe("10:10:00", 0),
            probe("10:10:30", 0),
            probe("10:11:00", 0),
            probe("10:11:30", 0),
            probe("10:12:00", 0));

    private final List<String> containers = new ArrayList<>();
    private final FakeRunner runner = new FakeRunner()
            .says("config --format json", CONFIG)
            .says("ps -a", "{\"ID\":\"1\",\"Service\":\"secrets\"}\n")
            .fails("psql", 2, "FATAL: the database system is starting up");

    private static String probe(String time, int exitCode) {
        return "{\"Start\":\"2026-01-01T%sZ\",\"End\":\"2026-01-01T%sZ\",\"ExitCode\":%d}"
                .formatted(time, time, exitCode);
    }

    private void container(String service, String status, String started, String finished, String probes) {
        containers.add("""
                {"Id":"%s","Created":"2026-01-01T10:00:00Z",
                 "State":{"Status":"%s","StartedAt":"2026-01-01T%sZ","FinishedAt":"%s","ExitCode":0,"Health":{"Log":[%s]}},
                 "Config":{"Labels":{"com.docker.compose.service":"%s"},"Healthcheck":{"StartPeriod":120000000000}}}""".formatted(
                        service,
                        status,
                        started,
                        finished.isEmpty() ? "0001-01-01T00:00:00Z" : "2026-01-01T" + finished + "Z",
                        probes,
                        service)
                .replace("\n", ""));
    }

    private StartRecord read() {
        runner.says("docker inspect", "[" + String.join(",", containers) + "]");
        return new EngineReading(
                        new Compose(runner, Path.of(".")), new Docker(runner), Instant.parse("2026-01-01T12:00:00Z"))
                .read()
                .orElseThrow();
    }

    private void three(String secretsStarted, String secretsEnded) {
        container("secrets", "exited", secretsStarted, secretsEnded, "");
        container("postgres", "running", "10:00:03", "", EARLY);
        container("etl-service", "running", "10:00:07", "", EARLY.replace("10:00:0", "10:00:1"));
    }

    @Test
    void what_the_engine_still_knows_is_the_start() {
        three("10:00:01", "10:00:02");
        var start = read();
        assertThat(start.outcome()).isEqualTo(StartRecord.Outcome.OBSERVED);
        assertThat(start.began()).isEqualTo("2026-01-01T10:00:00Z");
        assertThat(start.ended()).isEqualTo("2026-01-01T10:00:16Z");
        assertThat(start.service("postgres").orElseThrow().ready()).contains(Instant.parse("2026-01-01T10:00:06Z"));
        assertThat(start.unknowns()).containsExactly(new Unknown("", Reason.PREPARATION), new Unknown("", Reason.YEAR));
    }

    @Test
    void a_first_success_that_the_engine_has_dropped_is_not_made_up() {
        container("secrets", "exited", "10:00:01", "10:00:02", "");
        container("postgres", "running", "10:00:03", "", LATE);
        var start = read();
        assertThat(start.service("postgres").orElseThrow().ready()).isEmpty();
        assertThat(start.unknowns()).contains(new Unknown("postgres", Reason.FIRST_HEALTHY));
    }

    @Test
    void a_one_shot_that_a_later_up_ran_again_is_not_counted_in() {
        three("11:00:01", "11:00:02");
        var start = read();
        assertThat(start.ended()).isEqualTo("2026-01-01T10:00:16Z");
        assertThat(start.service("secrets").orElseThrow().started()).isEmpty();
        assertThat(start.unknowns()).contains(new Unknown("secrets", Reason.RAN_AGAIN));
    }

    @Test
    void containers_that_were_started_long_after_they_were_made_begin_at_their_start() {
        container("secrets", "exited", "11:00:01", "11:00:02", "");
        container("postgres", "running", "11:00:03", "", probe("11:00:04", 0));
        var start = read();
        assertThat(start.began()).isEqualTo("2026-01-01T11:00:01Z");
        assertThat(start.unknowns()).contains(new Unknown("", Reason.WAITING));
        assertThat(start.services()).allMatch(service -> service.created().isEmpty());
    }

    @Test
    void of_a_container_that_was_restarted_the_first_start_is_unknown() {
        three("10:00:01", "10:00:02");
        containers.set(2, containers.get(2).replace("{\"Id\"", "{\"RestartCount\":1,\"Id\""));
        var start = read();
        assertThat(start.ended()).isEqualTo("2026-01-01T10:00:06Z");
        assertThat(start.unknowns()).contains(new Unknown("etl-service", Reason.STARTED_AGAIN));
    }

    @Test
    void what_somebody_stopped_since_was_started_all_the_same() {
        container("secrets", "exited", "10:00:01", "10:00:02", "");
        container("postgres", "exited", "10:00:03", "11:30:00", EARLY);
        var postgres = read().service("postgres").orElseThrow();
        assertThat(postgres.exit()).isEmpty();
        assertThat(postgres.ready()).isPresent();
    }

    @Test
    void the_year_is_that_of_the_first_loads() {
        three("10:00:01", "10:00:02");
        runner.says("-d warehouse", """
                [{"kind":"reference","from":"2026-01-01T10:00:20+00:00","to":"2026-01-01T10:00:21+00:00"},
                 {"kind":"flights","from":"2026-01-01T10:00:22+00:00","to":"2026-01-01T10:00:30+00:00"}]
                """.replace("\n", ""));
        runner.says("-d airflow", """
                [{"kind":"marts","from":"2026-01-01T10:00:25+00:00","to":"2026-01-01T10:00:26+00:00"},
                 {"kind":"marts","from":"2026-01-01T10:00:31+00:00","to":"2026-01-01T10:00:33+00:00"},
                 {"kind":"marts","from":"2026-01-01T11:00:31+00:00","to":"2026-01-01T11:00:33+00:00"}]
                """.replace("\n", ""));
        var start = read();
        assertThat(start.ended()).isEqualTo("2026-01-01T10:00:33Z");
        assertThat(start.year()).hasSize(3).last().satisfies(marts -> {
            assertThat(marts.kind()).isEqualTo(YearWork.Kind.MARTS);
            assertThat(marts.pieces()).isEqualTo(2);
        });
    }

    @Test
    void a_project_of_which_nothing_was_ever_started_has_no_start() {
        runner.says("docker inspect", "[]");
        assertThat(new EngineReading(new Compose(runner, Path.of(".")), new Docker(runner), Instant.EPOCH).read())
                .isEmpty();
    }
}
