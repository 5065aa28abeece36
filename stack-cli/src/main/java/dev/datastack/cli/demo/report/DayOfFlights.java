package dev.datastack.cli.demo.report;

import java.time.LocalDate;

/** The flights of one day. */
public record DayOfFlights(LocalDate day, long flights, long cancelled) {
    double cancelledShare() {
        return flights == 0 ? 0 : 100.0 * cancelled / flights;
    }
}
