package dev.datastack.acceptance.loading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.datastack.acceptance.stack.NeedsEngine;
import dev.datastack.acceptance.stack.RunningStack;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The marts are made by an Airflow run of their own, which may still be under way when the last month has arrived. */
@NeedsEngine
class MartsIT {
    private static final Duration LAST_REFRESH = Duration.ofSeconds(90);

    @Test
    void carrier_month_counts_what_duckdb_counts(RunningStack stack) throws SQLException {
        var warehouse = stack.loaded().warehouse();
        try (var files = Files2013.open()) {
            var expected = withMean(files.rows("""
                    SELECT carrier, CAST(make_date(year, month, 1) AS text), count(*), count(arr_delay),
                           count(*) FILTER (WHERE arr_delay < 15), count(*) FILTER (WHERE dep_time IS NULL), sum(arr_delay)
                      FROM core.flight GROUP BY carrier, year, month ORDER BY carrier, month
                    """), 3);
            await().atMost(LAST_REFRESH)
                    .untilAsserted(() -> assertThat(warehouse.rows("""
                    SELECT carrier, month::text, flights, arrived, on_time, cancelled, mean_arr_delay
                      FROM mart.carrier_month ORDER BY carrier, month
                    """)).isEqualTo(expected));
        }
    }

    @Test
    void weather_delay_counts_what_duckdb_counts(RunningStack stack) throws SQLException {
        var warehouse = stack.loaded().warehouse();
        try (var files = Files2013.open()) {
            var expected = withMean(files.rows("""
                    SELECT CASE WHEN w.origin IS NULL THEN 'unknown' WHEN w.precip = 0 THEN 'none'
                                WHEN w.precip < 0.1 THEN 'light' ELSE 'heavy' END AS precipitation,
                           count(*), count(f.dep_time), count(*) FILTER (WHERE f.dep_time IS NULL), sum(f.dep_delay)
                      FROM core.flight f LEFT JOIN core.weather w ON w.origin = f.origin AND w.time_hour = f.time_hour
                     GROUP BY precipitation ORDER BY precipitation
                    """), 2);
            assertThat(expected).hasSize(4);
            await().atMost(LAST_REFRESH)
                    .untilAsserted(() -> assertThat(warehouse.rows("""
                    SELECT precipitation, flights, departed, cancelled, mean_dep_delay
                      FROM mart.weather_delay ORDER BY precipitation
                    """)).isEqualTo(expected));
        }
    }

    /** Replaces the sum in the last column by the mean: a division of whole numbers, which both databases round alike. */
    private static List<List<Object>> withMean(List<List<Object>> rows, int countColumn) {
        return rows.stream().map(row -> meanInPlaceOfSum(row, countColumn)).toList();
    }

    private static List<Object> meanInPlaceOfSum(List<Object> row, int countColumn) {
        var count = (BigDecimal) row.get(countColumn);
        var all = new ArrayList<>(row);
        if (row.get(row.size() - 1) instanceof BigDecimal sum && count.signum() != 0) {
            var mean = sum.divide(count, 2, RoundingMode.HALF_UP).stripTrailingZeros();
            all.set(row.size() - 1, mean.scale() < 0 ? mean.setScale(0) : mean);
        }
        return List.copyOf(all);
    }
}
