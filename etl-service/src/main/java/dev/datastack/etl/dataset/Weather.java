package dev.datastack.etl.dataset;

import static dev.datastack.etl.dataset.Rules.localHour;
import static dev.datastack.etl.dataset.Type.code;
import static dev.datastack.etl.dataset.Type.decimal;
import static dev.datastack.etl.dataset.Type.smallint;
import static dev.datastack.etl.dataset.Type.utcTime;

/** Hourly weather at the three airports, a file a month. Units: °F, %, degrees, mph, inches, millibars, miles. */
final class Weather {

    static final Dataset DATASET = Dataset.monthly("weather")
            .file("weather-{period}.csv.gz")
            .into("core.weather")
            .required("origin", code("[A-Z0-9]{3}"))
            .required("year", smallint(1987, 2100))
            .required("month", smallint(1, 12))
            .required("day", smallint(1, 31))
            .required("hour", smallint(0, 23))
            .optional("temp", decimal(-100, 150))
            .optional("dewp", decimal(-100, 150))
            .optional("humid", decimal(0, 100))
            .optional("wind_dir", smallint(0, 360))
            // The strongest gust ever measured blew at 253 mph; 2013 has one row with 1048.
            .optional("wind_speed", decimal(0, 253))
            .optional("wind_gust", decimal(0, 253))
            .optional("precip", decimal(0, 20))
            .optional("pressure", decimal(850, 1100))
            .optional("visib", decimal(0, 100))
            .required("time_hour", utcTime())
            .partitionedBy("weather_date", "year", "month", "day")
            .rule(localHour("time_hour", "America/New_York", "weather_date", "hour"))
            // The local hour is no key: it comes twice on the night when the clocks go back.
            .unique("weather_date", "origin", "time_hour")
            // Weather is looked up by airport: that of no airport would never be read.
            .knownMemberOf("origin", "core.airport", "faa")
            .declared();

    private Weather() {}
}
