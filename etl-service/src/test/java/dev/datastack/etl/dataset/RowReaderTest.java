package dev.datastack.etl.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class RowReaderTest {

    private static final String FLIGHT =
            "2013,1,1,517,515,2,830,819,11,UA,1545,N14228,EWR,IAH,227,1400,5,15,2013-01-01T10:00:00Z";

    private static final String WEATHER =
            "EWR,2013,1,1,1,39.02,26.06,59.37,270,10.357019999999999,NA,0,1012,10,2013-01-01T06:00:00Z";

    @Test
    void a_real_flight_keeps_every_rule() {
        assertThat(problem("flights", "2013-01", FLIGHT)).isNull();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    year           | abc        | year      | not-a-number
                    year           | 2013.0     | year      | not-a-number
                    year           | 99999999999| year      | not-a-number
                    month          | 13         | month     | out-of-range
                    month          | NA         | month     | missing
                    month          | 2          | month     | wrong-period
                    day            | 31         | time_hour | contradiction
                    dep_time       | 0          | dep_time  | bad-time
                    dep_time       | 1260       | dep_time  | bad-time
                    dep_time       | 2401       | dep_time  | bad-time
                    dep_time       | 518        | dep_delay | contradiction
                    dep_time       | NA         | dep_time  | pairing
                    dep_delay      | NA         | dep_delay | pairing
                    dep_delay      | 1e3        | dep_delay | not-a-number
                    arr_time       | NA         | arr_delay | pairing
                    arr_delay      | NA         | arr_delay | pairing
                    air_time       | NA         | air_time  | pairing
                    arr_delay      | 12         | arr_delay | contradiction
                    carrier        | U          | carrier   | bad-code
                    carrier        | ''         | carrier   | missing
                    tailnum        | n14228     | tailnum   | bad-code
                    tailnum        | ''         | tailnum   | missing
                    origin         | EW         | origin    | bad-code
                    distance       | 0          | distance  | out-of-range
                    flight         | -1         | flight    | out-of-range
                    minute         | 16         | sched_dep_time | contradiction
                    time_hour      | 2013-01-01T11:00:00Z | time_hour | contradiction
                    time_hour      | 2013-01-01 10:00:00  | time_hour | bad-time
                    time_hour      | 2013-02-30T10:00:00Z | time_hour | bad-time
                    time_hour      | 2013-01-01T24:00:00Z | time_hour | bad-time
                    """)
    void a_broken_flight_is_rejected_by_column_and_code(String column, String value, String blamed, String code) {
        Problem problem = broken("flights", "2013-01", with("flights", FLIGHT, column, value));
        assertThat(problem.column()).isEqualTo(blamed);
        assertThat(problem.reason()).startsWith(code + ": ");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    wind_speed | 1048.36058 | out-of-range
                    temp       | NaN        | not-a-number
                    temp       | Infinity   | not-a-number
                    temp       | 1e999      | out-of-range
                    temp       | 0x1p3      | not-a-number
                    humid      | 100.01     | out-of-range
                    wind_dir   | 270.5      | not-a-number
                    hour       | 24         | out-of-range
                    """)
    void broken_weather_is_rejected_by_column_and_code(String column, String value, String code) {
        Problem problem = broken("weather", "2013-01", with("weather", WEATHER, column, value));
        assertThat(problem.column()).isEqualTo(column);
        assertThat(problem.reason()).startsWith(code + ": ");
    }

    @Test
    void a_cancelled_flight_has_no_times() {
        String cancelled = "2013,1,1,NA,1630,NA,NA,1815,NA,EV,4308,N18120,EWR,RDU,NA,416,16,30,2013-01-01T21:00:00Z";
        assertThat(problem("flights", "2013-01", cancelled)).isNull();
    }

    @Test
    void midnight_is_2400_and_a_delay_may_cross_it() {
        String late = "2013,1,1,2400,2359,1,444,445,-1,B6,745,N715JB,JFK,PSE,195,1617,23,59,2013-01-02T04:00:00Z";
        assertThat(problem("flights", "2013-01", late)).isNull();
    }

    @Test
    void the_hour_that_comes_twice_is_two_rows() {
        String first = "EWR,2013,11,3,1,51.98,39.02,61.15,310,6.9,NA,0,1009.8,10,2013-11-03T05:00:00Z";
        String second = first.replace("T05", "T06");
        assertThat(problem("weather", "2013-11", first)).isNull();
        assertThat(problem("weather", "2013-11", second)).isNull();
        assertThat(key("weather", "2013-11", first)).isNotEqualTo(key("weather", "2013-11", second));
    }

    @Test
    void a_day_that_the_calendar_lacks_is_told() {
        Problem problem =
                broken("flights", "2013-02", with("flights", with("flights", FLIGHT, "month", "2"), "day", "30"));
        assertThat(problem.column()).isEqualTo("day");
        assertThat(problem.reason()).isEqualTo("bad-date: 2013-2-30 is not in the calendar");
    }

    @Test
    void equal_values_are_equal_keys_however_they_are_written() {
        assertThat(key("flights", "2013-01", with("flights", FLIGHT, "flight", "01545")))
                .isEqualTo(key("flights", "2013-01", FLIGHT));
    }

    @Test
    void too_few_and_too_many_fields_blame_the_line() {
        for (String line : List.of("2013,1", FLIGHT + ",x", "")) {
            Problem problem = broken("flights", "2013-01", line);
            assertThat(problem.column()).isNull();
            assertThat(problem.reason()).startsWith("columns: ").endsWith("where the header has 19");
        }
    }

    private static Problem broken(String dataset, String period, String line) {
        return Objects.requireNonNull(problem(dataset, period, line), "The row was taken for a good one");
    }

    private static @Nullable Problem problem(String dataset, String period, String line) {
        return read(Datasets.declared().named(dataset), period, rowOf(line));
    }

    private static String key(String dataset, String period, String line) {
        Dataset declared = Datasets.declared().named(dataset);
        Row row = rowOf(line);
        assertThat(read(declared, period, row)).isNull();
        ByteBuffer key = ByteBuffer.allocate(1000);
        declared.key().forEach(column -> row.appendTo(key, column));
        return HexFormat.of().formatHex(key.array(), 0, key.position());
    }

    private static @Nullable Problem read(Dataset dataset, String period, Row row) {
        return new RowReader(dataset, dataset.period(period)).read(row);
    }

    private static Row rowOf(String line) {
        Row row = new Row(20);
        row.begin(List.of(line.split(",", -1)));
        return row;
    }

    private static String with(String dataset, String line, String column, String value) {
        List<String> fields = new ArrayList<>(List.of(line.split(",", -1)));
        fields.set(Datasets.declared().named(dataset).header().indexOf(column), value);
        return String.join(",", fields);
    }
}
