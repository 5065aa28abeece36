package dev.datastack.cli.explain.startup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.datastack.cli.explain.startup.CriticalPath.Step;
import dev.datastack.cli.explain.startup.Phase.Part;
import dev.datastack.cli.startup.SampleStarts;
import dev.datastack.cli.startup.ServiceStart.Kind;
import dev.datastack.cli.startup.ServiceStart.Need;
import dev.datastack.cli.startup.StartRecord;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class CriticalPathTest {
    private static void isWhole(StartRecord start) {
        var path = CriticalPath.of(start);
        assertThat(path.stream().map(Step::took).reduce(Duration.ZERO, Duration::plus))
                .isEqualTo(Words.total(start));
        var pieces = path.stream().flatMap(step -> step.pieces().stream()).toList();
        for (int i = 1; i < pieces.size(); i++) {
            assertThat(pieces.get(i).from()).isEqualTo(pieces.get(i - 1).to());
        }
    }

    @Test
    void it_is_the_chain_of_waits_from_the_first_check_to_the_last_mart() {
        assertThat(CriticalPath.words(CriticalPath.of(SampleStarts.whole())))
                .containsExactly(
                        "jars 4.0 s",
                        "image build 5.8 s",
                        "secrets 4.0 s",
                        "postgres 6.0 s",
                        "airflow-init 6.5 s",
                        "airflow-webserver 13.5 s",
                        "year: reference 7.0 s",
                        "year: flights 8.0 s",
                        "year: marts 3.0 s",
                        "until it was seen 2.0 s");
    }

    @Test
    void its_steps_have_no_gap_and_are_the_whole_time() {
        isWhole(SampleStarts.whole());
        isWhole(SampleStarts.failed());
        isWhole(SampleStarts.unchanged());
    }

    @Test
    void of_a_start_that_failed_it_leads_to_what_failed() {
        assertThat(CriticalPath.words(CriticalPath.of(SampleStarts.failed())))
                .containsExactly(
                        "checks 10.0 s",
                        "secrets 4.0 s",
                        "postgres 6.0 s",
                        "airflow-init 4.0 s",
                        "until it was seen 1.0 s");
    }

    @Test
    void what_ran_before_is_looked_through() {
        assertThat(CriticalPath.words(CriticalPath.of(SampleStarts.unchanged())))
                .containsExactly("checks 1.0 s", "secrets 2.0 s", "airflow-init 4.0 s", "until it was seen 1.0 s");
    }

    @Test
    void its_sums_by_part_are_the_total() {
        var summary = Summary.of(SampleStarts.whole());
        assertThat(summary.part(Part.PREPARATION)).isEqualTo(Duration.ofMillis(9800));
        assertThat(summary.part(Part.YEAR)).isEqualTo(Duration.ofSeconds(18));
        assertThat(summary.parts().values().stream().reduce(Duration.ZERO, Duration::plus))
                .isEqualTo(Duration.ofSeconds(60));
        assertThat(summary.slowest().orElseThrow().service()).isEqualTo("pgadmin");
    }

    @Test
    void a_record_whose_services_need_each_other_in_a_circle_still_has_an_end() {
        var circle = with(List.of(
                SampleStarts.service("a", Kind.PROBED, Map.of("b", Need.HEALTHY), 1, 2, 3),
                SampleStarts.service("b", Kind.PROBED, Map.of("a", Need.HEALTHY), 1, 2, 3)));
        assertThat(CriticalPath.of(circle)).isNotEmpty();
        isWhole(circle);
    }

    @Test
    void an_engine_whose_clock_is_ahead_makes_no_step_longer_than_the_start() {
        var ahead = with(List.of(SampleStarts.service("a", Kind.PROBED, Map.of(), 100, 101, 102)));
        isWhole(ahead);
    }

    private static StartRecord with(List<dev.datastack.cli.startup.ServiceStart> services) {
        return new StartRecord(
                1,
                "p",
                SampleStarts.at(0),
                Optional.of(SampleStarts.at(0.5)),
                SampleStarts.at(5),
                StartRecord.Outcome.READY,
                "",
                List.of(),
                services,
                List.of(),
                List.of());
    }
}
