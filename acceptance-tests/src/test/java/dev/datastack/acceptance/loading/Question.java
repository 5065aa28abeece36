package dev.datastack.acceptance.loading;

/** Questions that the warehouse and the files must answer alike. */
enum Question {
    FLIGHTS_OF_EACH_MONTH("""
            SELECT month, count(*), sum(distance), sum(arr_delay), sum(dep_delay), sum(air_time),
                   count(dep_time), count(arr_time), count(arr_delay), count(tailnum)
              FROM core.flight GROUP BY month ORDER BY month
            """),
    FLIGHTS_OF_EACH_CARRIER_AND_ORIGIN("""
            SELECT carrier, origin, count(*), sum(distance), sum(flight), sum(hour * 60 + minute)
              FROM core.flight GROUP BY carrier, origin ORDER BY carrier, origin
            """),
    FLIGHTS_OF_EACH_DAY("""
            SELECT month, day, count(*), min(time_hour) = max(time_hour), count(DISTINCT time_hour), sum(sched_dep_time),
                   sum(sched_arr_time), sum(dep_time), sum(arr_time)
              FROM core.flight GROUP BY month, day ORDER BY month, day
            """),
    HOURS_OF_DEPARTURE_IN_UTC("""
            SELECT CAST(extract(hour FROM time_hour) AS integer) AS utc_hour, count(*)
              FROM core.flight GROUP BY utc_hour ORDER BY utc_hour
            """),
    WEATHER_OF_EACH_MONTH("""
            SELECT origin, month, count(*), count(temp), count(wind_dir), count(wind_speed), count(wind_gust),
                   count(pressure), sum(wind_dir), sum(CAST(precip AS decimal(9, 2))), sum(CAST(temp AS decimal(9, 2)))
              FROM core.weather GROUP BY origin, month ORDER BY origin, month
            """),
    AIRLINES("SELECT carrier, name FROM core.airline ORDER BY carrier");

    private final String sql;

    Question(String sql) {
        this.sql = sql;
    }

    String sql() {
        return sql;
    }
}
