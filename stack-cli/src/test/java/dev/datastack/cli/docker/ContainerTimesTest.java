package dev.datastack.cli.docker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.datastack.cli.FakeRunner;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ContainerTimesTest {
    private static final String INSPECT = """
            [{"Id":"1abc","Created":"2026-01-01T10:00:00.5Z","RestartCount":2,
              "State":{"Status":"%s","StartedAt":"%s","FinishedAt":"%s","ExitCode":%d,"Health":{"Log":[%s]}},
              "Config":{"Labels":{"com.docker.compose.service":"postgres"},"Healthcheck":{"StartPeriod":120000000000}}}]
            """;
    private static final String NEVER = "0001-01-01T00:00:00Z";
    private static final String STARTED = "2026-01-01T10:00:02Z";

    private static ContainerTimes times(String status, String started, String finished, String probes) {
        var runner = new FakeRunner()
                .says(
                        "docker inspect",
                        INSPECT.formatted(status, started, finished, 0, probes).replace("\n", ""));
        return new Docker(runner).times(List.of("1abc")).get(0);
    }

    private static String probe(String minuteAndSecond, int exitCode) {
        return """
                {"Start":"2026-01-01T11:%s+01:00","End":"2026-01-01T11:%s.25+01:00","ExitCode":%d,"Output":""}""".formatted(minuteAndSecond, minuteAndSecond, exitCode);
    }

    private static ContainerTimes probed(String... probes) {
        return times("running", STARTED, NEVER, String.join(",", probes));
    }

    @Test
    void times_are_those_of_the_engine_in_whatever_zone_it_writes_them() {
        var times = probed(probe("00:03", 1), probe("00:04", 0));
        assertThat(times.service()).isEqualTo("postgres");
        assertThat(times.created()).isEqualTo("2026-01-01T10:00:00.5Z");
        assertThat(times.started()).contains(Instant.parse(STARTED));
        assertThat(times.over()).isEmpty();
        assertThat(times.firstHealthy()).contains(Instant.parse("2026-01-01T10:00:04.25Z"));
        assertThat(times.restarts()).isEqualTo(2);
    }

    @Test
    void what_never_happened_has_no_time() {
        var times = times("created", NEVER, NEVER, "");
        assertThat(times.started()).isEmpty();
        assertThat(times.over()).isEmpty();
        assertThat(times.firstHealthy()).isEmpty();
    }

    @Test
    void one_that_has_ended_is_over_and_one_that_runs_again_is_not() {
        assertThat(times("exited", STARTED, "2026-01-01T10:00:03Z", "").over())
                .contains(Instant.parse("2026-01-01T10:00:03Z"));
        assertThat(times("running", STARTED, "2026-01-01T09:00:00Z", "").over()).isEmpty();
    }

    @Test
    void five_probes_that_went_well_do_not_say_which_was_the_first() {
        var five = new String[] {
            probe("10:00", 0), probe("10:30", 0), probe("11:00", 0), probe("11:30", 0), probe("12:00", 0)
        };
        assertThat(probed(five).firstHealthy()).isEmpty();
        assertThat(probed(five).firstHealthyKept()).contains(Instant.parse("2026-01-01T10:10:00.25Z"));
    }

    @Test
    void a_failure_before_it_within_the_start_period_makes_it_the_first_and_a_later_one_does_not() {
        assertThat(probed(probe("00:03", 1), probe("00:04", 1), probe("00:05", 1), probe("00:06", 1), probe("00:07", 0))
                        .firstHealthy())
                .contains(Instant.parse("2026-01-01T10:00:07.25Z"));
        assertThat(probed(probe("10:00", 1), probe("10:30", 1), probe("11:00", 0), probe("11:30", 0), probe("12:00", 0))
                        .firstHealthy())
                .isEmpty();
    }

    @Test
    void a_probe_of_the_run_before_is_none_of_this_one() {
        assertThat(probed(probe("00:00", 0), probe("00:01", 0), probe("00:03", 1), probe("00:04", 1), probe("00:05", 0))
                        .firstHealthy())
                .contains(Instant.parse("2026-01-01T10:00:05.25Z"));
    }
}
