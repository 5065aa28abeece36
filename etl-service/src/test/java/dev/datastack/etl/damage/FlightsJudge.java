package dev.datastack.etl.damage;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;

/** The rules of a winter's month of flights, written once more in SQL and applied by DuckDB. */
final class FlightsJudge implements AutoCloseable {

    private static final List<String> COLUMNS = List.of(
            "year",
            "month",
            "day",
            "dep_time",
            "sched_dep_time",
            "dep_delay",
            "arr_time",
            "sched_arr_time",
            "arr_delay",
            "carrier",
            "flight",
            "tailnum",
            "origin",
            "dest",
            "air_time",
            "distance",
            "hour",
            "minute",
            "time_hour");

    private static final List<String> MACROS = List.of(
            "n(c) AS TRY_CAST(c AS BIGINT)",
            "whole(c, a, b) AS regexp_full_match(c, '-?[0-9]+') AND length(c) <= 10 AND n(c) BETWEEN a AND b",
            "clock(c) AS whole(c, 1, 2400) AND n(c) % 100 < 60",
            "code(c, shape) AS regexp_full_match(c, shape) AND c <> 'NA'",
            "minutes(c) AS n(c) // 100 * 60 + n(c) % 100",
            "late(d, planned, actual) AS d = 'NA' OR (minutes(actual) - minutes(planned) - n(d)) % 1440 = 0",
            "known(c) AS coalesce(CAST(n(c) AS VARCHAR), 'NA')");

    // New York is five hours behind UTC in winter.
    private static final String JUDGE = """
            WITH typed AS (
                SELECT *, TRY_CAST(printf('%%04d-%%02d-%%02d', n(year), n(month), n(day)) AS DATE) AS on_day,
                       TRY_CAST(replace(replace(time_hour, 'T', ' '), 'Z', '') AS TIMESTAMP) AS moment FROM line),
            good AS (
                SELECT * FROM typed
                 WHERE whole(year, 1987, 2100) AND whole(month, 1, 12) AND whole(day, 1, 31)
                   AND (dep_time = 'NA' OR clock(dep_time)) AND clock(sched_dep_time)
                   AND (dep_delay = 'NA' OR whole(dep_delay, -180, 2880))
                   AND (arr_time = 'NA' OR clock(arr_time)) AND clock(sched_arr_time)
                   AND (arr_delay = 'NA' OR whole(arr_delay, -180, 2880))
                   AND code(carrier, '[A-Z0-9]{2}') AND whole(flight, 1, 9999)
                   AND (tailnum = 'NA' OR code(tailnum, '[A-Z0-9]{2,7}'))
                   AND code(origin, '[A-Z0-9]{3}') AND code(dest, '[A-Z0-9]{3}')
                   AND (air_time = 'NA' OR whole(air_time, 1, 1440)) AND whole(distance, 1, 12500)
                   AND whole(hour, 0, 24) AND whole(minute, 0, 59)
                   AND regexp_full_match(time_hour, '[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z')
                   AND substr(time_hour, 12, 2) < '24'
                   AND strftime(on_day, '%%Y-%%m') = '%s'
                   AND epoch(moment) - 5 * 3600 = epoch(on_day) + n(hour) * 3600
                   AND n(sched_dep_time) = n(hour) * 100 + n(minute)
                   AND (dep_time = 'NA') = (dep_delay = 'NA') AND (arr_delay = 'NA') = (air_time = 'NA')
                   AND NOT (arr_time <> 'NA' AND dep_time = 'NA') AND NOT (arr_delay <> 'NA' AND arr_time = 'NA')
                   AND late(dep_delay, sched_dep_time, dep_time) AND late(arr_delay, sched_arr_time, arr_time))
            SELECT number, concat_ws('|', known(year), known(month), known(day), known(dep_time), known(sched_dep_time),
                   known(dep_delay), known(arr_time), known(sched_arr_time), known(arr_delay), carrier, known(flight),
                   tailnum, origin, dest, known(air_time), known(distance), known(hour), known(minute), time_hour)
              FROM good QUALIFY row_number() OVER (PARTITION BY on_day, carrier, n(flight), origin ORDER BY number) = 1
            """;

    /** A line that is to be loaded, with the values that the table must then hold. */
    record Good(long line, String values) {}

    private final Connection connection;

    FlightsJudge() throws SQLException {
        connection = DriverManager.getConnection("jdbc:duckdb:");
        try (Statement statement = connection.createStatement()) {
            for (String macro : MACROS) {
                statement.execute("CREATE MACRO " + macro);
            }
            statement.execute("CREATE TABLE line (number BIGINT, " + String.join(" VARCHAR, ", COLUMNS) + " VARCHAR)");
        }
    }

    List<Good> judge(List<OtherOpinion.Numbered> lines, String month) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("DELETE FROM line");
            append(lines);
            try (ResultSet rows = statement.executeQuery(JUDGE.formatted(month))) {
                List<Good> good = new ArrayList<>();
                while (rows.next()) {
                    good.add(new Good(rows.getLong(1), rows.getString(2)));
                }
                return good;
            }
        }
    }

    private void append(List<OtherOpinion.Numbered> lines) throws SQLException {
        try (DuckDBAppender appender = connection.unwrap(DuckDBConnection.class).createAppender("main", "line")) {
            for (OtherOpinion.Numbered line : lines) {
                Optional<List<String>> fields = line.fields().filter(all -> all.size() == COLUMNS.size());
                if (fields.isPresent()) {
                    appender.beginRow();
                    appender.append(line.number());
                    for (String field : fields.get()) {
                        appender.append(field);
                    }
                    appender.endRow();
                }
            }
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
