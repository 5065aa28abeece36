package dev.datastack.cli.demo.report;

import dev.datastack.cli.demo.report.Year.CarrierMonth;
import dev.datastack.cli.demo.report.Year.DayOfFlights;
import dev.datastack.cli.demo.report.Year.LoadRun;
import dev.datastack.cli.demo.report.Year.Reject;
import java.time.LocalDate;
import java.util.List;

/** A year of two airlines and two months. */
final class SampleYear {
    private SampleYear() {}

    static Year of(List<Reject> rejects) {
        return new Year(
                2013,
                "PostgreSQL 17.11, fsync on",
                List.of(
                        new CarrierMonth("AA", "Air & Sea", 1, 1000, 900, 800, 10),
                        new CarrierMonth("AA", "Air & Sea", 2, 1000, 900, 500, 90),
                        new CarrierMonth("ZZ", "Zig Airways Inc.", 1, 30, 20, 20, 0)),
                List.of(
                        new WeatherDelay("none", 1500, 1490, 11.4, 30),
                        new WeatherDelay("light", 300, 280, 28.5, 20),
                        new WeatherDelay("heavy", 200, 150, 40.6, 50),
                        new WeatherDelay("unknown", 30, 30, 5.0, 0)),
                List.of(
                        new DayOfFlights(LocalDate.of(2013, 1, 1), 500, 5),
                        new DayOfFlights(LocalDate.of(2013, 2, 9), 100, 57)),
                rejects,
                List.of(
                        new LoadRun("airlines", "all", "worker-1", 0, 0.5, 16, 16, 0),
                        new LoadRun("flights", "2013-01", "worker-2", 0.1, 2.0, 1984, 1983, rejects.size())));
    }

    static Year withOneReject() {
        return of(List.of(new Reject(
                "weather-2013-02.csv.gz",
                269,
                "wind_speed",
                "out-of-range: 1048.36058 is not in 0.0 to 253.0",
                "EWR,2013,<b>,1048.36058,NA")));
    }
}
