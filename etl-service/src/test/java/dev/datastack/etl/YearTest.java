package dev.datastack.etl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.datastack.etl.warehouse.DataFolder;
import dev.datastack.etl.warehouse.DuckDb;
import dev.datastack.etl.warehouse.RealFiles;
import dev.datastack.etl.warehouse.TestWarehouse;
import dev.datastack.etl.worker.TestWorkers;
import dev.datastack.etl.worker.WorkerPool;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.PGConnection;

/** The real year, loaded by two workers at once and compared with what DuckDB reads from the same files. */
@DisplayNameGeneration(ReplaceUnderscores.class)
@TestInstance(Lifecycle.PER_CLASS)
class YearTest {

    private static final String SUMS = """
            SELECT count(*), sum(distance), sum(arr_delay), sum(dep_delay), sum(air_time),
                   count(dep_time), count(arr_time), count(arr_delay), count(tailnum), count(DISTINCT tailnum)
              FROM %s GROUP BY month ORDER BY month
            """;

    // The warehouse lacks the one row with the impossible wind, so its flights count as not observed.
    private static final String DUCK_WEATHER_DELAY = """
            SELECT CASE WHEN w.precip IS NULL THEN 'unknown' WHEN w.precip = 0 THEN 'none'
                        WHEN w.precip < 0.1 THEN 'light' ELSE 'heavy' END AS precipitation,
                   count(*), count(f.dep_time),
                   round(sum(f.dep_delay)::DECIMAL(18, 6) / count(f.dep_delay), 2)::DECIMAL(8, 2),
                   count(*) - count(f.dep_time)
              FROM flights f
              LEFT JOIN (SELECT * FROM weather WHERE wind_speed IS NULL OR wind_speed < 1000) w
                ON f.origin = w.origin AND f.time_hour = w.time_hour
             GROUP BY 1 ORDER BY 1
            """;

    private static final String DUCK_CARRIER_MONTH = """
            SELECT carrier, make_date(2013, month, 1), count(*), count(arr_delay),
                   sum(CASE WHEN arr_delay < 15 THEN 1 ELSE 0 END)::BIGINT, count(*) - count(dep_time),
                   round(sum(arr_delay)::DECIMAL(18, 6) / count(arr_delay), 2)::DECIMAL(8, 2)
              FROM flights GROUP BY 1, 2 ORDER BY 1, 2
            """;

    private final TestWarehouse warehouse;
    private final DuckDb duck;

    YearTest() throws SQLException {
        warehouse = new TestWarehouse();
        duck = new DuckDb();
    }

    @BeforeAll
    void load_the_year() throws SQLException {
        WorkerPool workers = TestWorkers.on(warehouse, RealFiles.folder());
        workers.start();
        // Weather waits for these.
        warehouse.request("airports", "all");
        for (String month : RealFiles.months().toList()) {
            warehouse.request("flights", month);
            warehouse.request("weather", month);
        }
        // In the middle of it, so that members are inferred, added and promoted at the same time.
        for (String dataset : List.of("planes", "airlines")) {
            warehouse.request(dataset, "all");
        }
        await().atMost(Duration.ofSeconds(90))
                .until(() -> warehouse.number("SELECT count(*) FROM etl.load WHERE status IN ('requested', 'running')")
                        == 0);
        workers.stop();
        assertThat(warehouse.text("SELECT mart.refresh()")).isEqualTo("t");
    }

    @AfterAll
    void close() throws SQLException {
        warehouse.close();
        duck.close();
    }

    @Test
    void every_load_ended_well_and_accounts_for_every_row() throws SQLException {
        assertThat(warehouse.rows("SELECT dataset, period, error FROM etl.load WHERE status <> 'done'"))
                .isEmpty();
        assertThat(warehouse.rows("""
                        SELECT dataset, count(*), sum(rows_read), sum(rows_loaded), sum(rows_rejected)
                          FROM etl.load GROUP BY dataset ORDER BY dataset
                        """))
                .containsExactly(
                        List.of("airlines", "1", "16", "16", "0"),
                        List.of("airports", "1", "1458", "1458", "0"),
                        List.of("flights", "12", "336776", "336776", "0"),
                        List.of("planes", "1", "3322", "3322", "0"),
                        List.of("weather", "12", "26115", "26114", "1"));
    }

    @Test
    void the_impossible_wind_is_the_one_reject() throws SQLException {
        List<List<String>> rejects = List.copyOf(warehouse.rows("""
                SELECT l.file, r.line, r.raw, r.column_name, r.reason
                  FROM etl.reject r JOIN etl.load l ON l.id = r.load_id
                """));
        String raw = DataFolder.lines(RealFiles.folder().resolve("weather-2013-02.csv.gz")).stream()
                .filter(line -> line.contains("1048.36"))
                .findFirst()
                .orElseThrow();
        int line = DataFolder.lines(RealFiles.folder().resolve("weather-2013-02.csv.gz"))
                        .indexOf(raw)
                + 1;
        assertThat(rejects)
                .containsExactly(List.of(
                        "weather-2013-02.csv.gz",
                        String.valueOf(line),
                        raw,
                        "wind_speed",
                        "out-of-range: 1048.36058 is not in 0.0 to 253.0"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"flights", "weather"})
    void every_value_can_be_written_back_as_the_file_has_it(String dataset) throws Exception {
        List<String> header = DataFolder.real(dataset + "-2013-01.csv.gz", 0);
        List<String> files = RealFiles.months()
                .flatMap(month ->
                        DataFolder.lines(RealFiles.folder().resolve(dataset + "-" + month + ".csv.gz")).stream()
                                .skip(1))
                .filter(line -> !line.contains(",1048.36"))
                .map(line -> line.replace(",1e3,", ",1000,"))
                .sorted()
                .toList();
        String columns = header.get(0)
                .replace("time_hour", "to_char(time_hour AT TIME ZONE 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS\"Z\"')");
        String table = dataset.equals("flights") ? "core.flight" : "core.weather";
        assertThat(copyOut("SELECT " + columns + " FROM " + table).sorted().toList())
                .isEqualTo(files);
    }

    @Test
    void sums_by_month_agree_with_duckdb() throws SQLException {
        assertThat(warehouse.rows(SUMS.formatted("core.flight"))).isEqualTo(duck.rows(SUMS.formatted("flights")));
    }

    @Test
    void the_local_date_is_the_partition_and_not_the_utc_one() throws SQLException {
        assertThat(warehouse.number(
                        "SELECT count(*) FROM core.flight WHERE flight_date <> make_date(year, month, day)"))
                .isZero();
        assertThat(warehouse.rows("SELECT tableoid::regclass, min(month), max(month) FROM core.flight GROUP BY 1"))
                .hasSize(12)
                .allSatisfy(row -> assertThat(row.get(1)).isEqualTo(row.get(2)));
    }

    @Test
    void unknown_members_are_inferred_and_known_ones_are_not() throws SQLException {
        String unknown =
                "SELECT DISTINCT tailnum FROM flights WHERE tailnum NOT IN (SELECT tailnum FROM planes) ORDER BY tailnum";
        assertThat(warehouse.rows("SELECT tailnum FROM core.plane WHERE inferred ORDER BY tailnum COLLATE \"C\""))
                .isEqualTo(duck.rows(unknown))
                .hasSize(721);
        assertThat(warehouse.rows("SELECT faa FROM core.airport WHERE inferred ORDER BY faa"))
                .isEqualTo(List.of(List.of("BQN"), List.of("PSE"), List.of("SJU"), List.of("STT")));
        assertThat(warehouse.number("SELECT count(*) FROM core.airline WHERE inferred"))
                .isZero();
    }

    @Test
    void reference_tables_hold_what_the_files_hold() throws SQLException {
        String planes =
                "SELECT tailnum, year, type, manufacturer, model, engines, seats, speed, engine FROM %s ORDER BY tailnum %s";
        assertThat(warehouse.rows(planes.formatted("core.plane WHERE NOT inferred", "COLLATE \"C\"")))
                .isEqualTo(duck.rows(planes.formatted("planes", "")));
        String airports = "SELECT faa, name, alt, tz, dst, tzone FROM %s ORDER BY faa %s";
        assertThat(warehouse.rows(airports.formatted("core.airport WHERE NOT inferred", "COLLATE \"C\"")))
                .isEqualTo(duck.rows(airports.formatted("airports", "")));
        assertThat(warehouse.rows("SELECT carrier, name FROM core.airline ORDER BY carrier"))
                .isEqualTo(duck.rows("SELECT carrier, name FROM airlines ORDER BY carrier"));
    }

    @Test
    void the_marts_agree_with_duckdb() throws SQLException {
        assertThat(warehouse.rows("SELECT * FROM mart.carrier_month ORDER BY carrier, month"))
                .isEqualTo(duck.rows(DUCK_CARRIER_MONTH))
                .hasSizeGreaterThan(12);
        assertThat(warehouse.rows("SELECT * FROM mart.weather_delay ORDER BY precipitation"))
                .isEqualTo(duck.rows(DUCK_WEATHER_DELAY))
                .hasSize(4);
    }

    @Test
    void a_refresh_with_nothing_new_does_nothing() throws SQLException {
        assertThat(warehouse.text("SELECT mart.refresh()")).isEqualTo("f");
    }

    @Test
    void each_partition_has_the_parents_index_and_nothing_is_left_over() throws SQLException {
        assertThat(warehouse.number("SELECT count(*) FROM pg_inherits WHERE inhparent = 'core.flight_pkey'::regclass"))
                .isEqualTo(12);
        assertThat(warehouse.number("SELECT count(*) FROM pg_index WHERE indrelid = 'core.flight_2013_01'::regclass"))
                .isEqualTo(1);
        assertThat(warehouse.rows(
                        "SELECT relname FROM pg_class WHERE relname LIKE '%\\_load\\_%' AND relkind IN ('r', 'i')"
                                + " AND relnamespace = 'core'::regnamespace"))
                .isEmpty();
    }

    private Stream<String> copyOut(String query) throws SQLException, IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Connection connection = warehouse.pool().getConnection()) {
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyOut("COPY (" + query + ") TO STDOUT (FORMAT csv, NULL 'NA')", bytes);
        }
        return bytes.toString(StandardCharsets.UTF_8).lines();
    }
}
