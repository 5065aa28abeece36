package dev.datastack.acceptance.loading;

import static org.assertj.core.api.Assertions.assertThat;

import dev.datastack.acceptance.stack.NeedsEngine;
import dev.datastack.acceptance.stack.RunningStack;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/** A document shows how to load from a shell, and is run beside these: what it asked for is left aside. */
@NeedsEngine
class LedgerIT {
    @Test
    void every_load_was_requested_by_a_scheduled_run_of_airflow(RunningStack stack) {
        var ledger = stack.loaded().warehouse();
        // Airflow names a run after the moment it is due: the month's end.
        assertThat(ledger.rows("""
                        SELECT dataset, period, requested_by FROM etl.load
                         WHERE requested_by <> 'command line' AND NOT starts_with(requested_by, CASE WHEN period = 'all' THEN 'reference_data/scheduled__' ELSE
                               'flights_month/scheduled__' || ((period || '-01')::date + interval '1 month')::date END)
                        """)).isEmpty();
        assertThat(ledger.value(
                        "SELECT count(DISTINCT requested_by) FROM etl.load WHERE requested_by <> 'command line'"))
                .hasToString("13");
    }

    @Test
    void each_dataset_and_period_was_loaded_once(RunningStack stack) {
        assertThat(stack.loaded().warehouse().rows("""
                        SELECT dataset, status, count(*), count(DISTINCT period), max(attempt)
                          FROM etl.load WHERE requested_by <> 'command line' GROUP BY dataset, status ORDER BY dataset
                        """))
                .hasToString("[[airlines, done, 1, 1, 1], [airports, done, 1, 1, 1], [flights, done, 12, 12, 1], "
                        + "[planes, done, 1, 1, 1], [timezones, done, 1, 1, 1], [weather, done, 12, 12, 1]]");
    }

    @Test
    void no_dataset_is_left_out_by_the_dags(RunningStack stack) {
        assertThat(stack.loaded().warehouse().rows("""
                        SELECT name FROM etl.dataset
                        EXCEPT SELECT dataset FROM etl.load WHERE status = 'done' AND requested_by <> 'command line'
                        """)).isEmpty();
    }

    @Test
    void every_row_read_was_loaded_or_rejected(RunningStack stack) throws SQLException {
        var ledger = stack.loaded().warehouse();
        assertThat(ledger.value("SELECT count(*) FROM etl.load WHERE rows_read <> rows_loaded + rows_rejected"))
                .hasToString("0");
        try (var files = Files2013.open()) {
            assertThat(ledger.value("SELECT sum(rows_read) FROM etl.load WHERE dataset = 'flights'"))
                    .isEqualTo(files.value("SELECT count(*) FROM core.flight"));
            assertThat(ledger.value("SELECT sum(rows_read) FROM etl.load WHERE dataset = 'weather'"))
                    .isEqualTo(files.value("SELECT count(*) FROM core.weather_file"));
        }
        assertThat(ledger.value("SELECT sum(rows_rejected) FROM etl.load"))
                .isEqualTo(ledger.value("SELECT count(*) FROM etl.reject"));
    }
}
