package dev.datastack.acceptance.loading;

import static org.assertj.core.api.Assertions.assertThat;

import dev.datastack.acceptance.stack.NeedsEngine;
import dev.datastack.acceptance.stack.RunningStack;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@NeedsEngine
class FactsIT {
    @ParameterizedTest
    @EnumSource
    void the_warehouse_answers_as_the_files_do(Question question, RunningStack stack) throws SQLException {
        var actual = stack.loaded().warehouse().rows(question.sql());
        try (var files = Files2013.open()) {
            assertThat(actual).isNotEmpty().isEqualTo(files.rows(question.sql()));
        }
    }

    @Test
    void every_flight_is_there(RunningStack stack) {
        assertThat(
                        stack.loaded()
                                .warehouse()
                                .rows(
                                        "SELECT count(*), sum(distance), sum(arr_delay), sum(dep_delay), sum(air_time) FROM core.flight"))
                .hasToString("[[336776, 350217607, 2257174, 4152200, 49326610]]");
    }

    @Test
    void every_flight_lies_in_the_month_of_its_local_date(RunningStack stack) {
        assertThat(stack.loaded().warehouse().rows("""
                        SELECT count(*) FILTER (WHERE flight_date <> make_date(year, month, day)),
                               count(*) FILTER (WHERE (time_hour AT TIME ZONE 'America/New_York')::date <> flight_date),
                               count(*) FILTER (WHERE date_trunc('month', time_hour AT TIME ZONE 'UTC')::date
                                                   <> date_trunc('month', flight_date)::date)
                          FROM core.flight
                        """)).hasToString("[[0, 0, 1218]]");
    }

    @Test
    void the_impossible_wind_is_the_only_row_rejected(RunningStack stack) {
        var warehouse = stack.loaded().warehouse();
        assertThat(warehouse.value("SELECT count(*) FROM core.weather")).hasToString("26114");
        var rejects = warehouse.rows("""
                SELECT l.dataset, l.period, r.column_name, r.raw LIKE 'EWR,2013,2,12,3,%,1048.36%,2013-02-12T08:00:00Z'
                  FROM etl.reject r JOIN etl.load l ON l.id = r.load_id
                """);
        assertThat(rejects).hasToString("[[weather, 2013-02, wind_speed, true]]");
    }

    @Test
    void members_that_the_reference_files_lack_are_inferred(RunningStack stack) throws SQLException {
        var warehouse = stack.loaded().warehouse();
        assertThat(warehouse.value("SELECT count(*) FROM core.plane WHERE inferred"))
                .hasToString("721");
        assertThat(warehouse.rows("SELECT faa FROM core.airport WHERE inferred ORDER BY faa"))
                .hasToString("[[BQN], [PSE], [SJU], [STT]]");
        assertThat(warehouse.value("SELECT count(*) FROM core.airline WHERE inferred"))
                .hasToString("0");
        assertThat(warehouse.rows("SELECT tzone FROM core.time_zone WHERE inferred"))
                .hasToString("[[Asia/Chongqing]]");
        try (var files = Files2013.open()) {
            for (var reference : new String[] {"plane", "airport", "airline", "time_zone"}) {
                assertThat(warehouse.value("SELECT count(*) FROM core." + reference + " WHERE NOT inferred"))
                        .isEqualTo(files.value("SELECT count(*) FROM core." + reference));
            }
        }
    }
}
